import type { ReactNode } from 'react'
import type { ContributionGroup, ContributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import type { Translator } from '@/lib/messages/translate'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'

interface ContributionRowsProps {
  table: ContributionTable
  /** Names of the windows, in the order of the table. */
  labels: readonly string[]
  /** Are the components shown too? */
  hasComponents: boolean
  t: Translator
}

/**
 * Shows contributions: a row for each group, below it its components, and last the excess that they add up to, with the
 * windows as columns. A group closes and opens without script.
 */
export function ContributionRows({ table, labels, hasComponents, t }: ContributionRowsProps) {
  const { windows, groups } = table
  const excess = windows.map((window) => window.excess)
  const missing = windows.flatMap(({ missing: why }, index) => (why === null ? [] : [{ label: labels[index], why }]))
  return (
    <>
      <RuledTable className="w-full max-w-[480px] row-lines whitespace-nowrap [--cell-before:16px]">
        <RuledHead>
          <tr>
            <th scope="col">{t('contributions.component')}</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </RuledHead>
        {groups.map((group) => (
          <Group key={group.code} group={group} labels={labels} canOpen={hasComponents} t={t} />
        ))}
        <tbody className="font-bold">
          <Row id="excess" name={t('contributions.excess')} values={excess} labels={labels} />
        </tbody>
      </RuledTable>
      {missing.length > 0 && (
        <ul className="pt-1.5 text-ink-2 text-note">
          {missing.map(({ label, why }) => (
            <li key={label}>{t('contributions.ofWindow', { window: label ?? '', text: missingText(why, t) })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface GroupProps {
  group: ContributionGroup
  labels: readonly string[]
  canOpen: boolean
  t: Translator
}

function Group({ group, labels, canOpen, t }: GroupProps) {
  const components = canOpen ? group.components : []
  const name =
    components.length === 0 ? (
      group.name
    ) : (
      <label className="fold-label">
        <input
          type="checkbox"
          defaultChecked
          className="sr-only"
          aria-label={t('contributions.open', { group: group.name })}
        />
        {group.name}
      </label>
    )
  return (
    <tbody className="fold-group">
      <Row id={group.code} name={name} values={group.values} labels={labels} />
      {components.map(({ code, name: ofComponent, values }) => (
        <Row key={code} id={`${group.code}/${code}`} name={ofComponent} values={values} labels={labels} isComponent />
      ))}
    </tbody>
  )
}

interface RowProps {
  /** Code of the group, "group/component", or excess. */
  id: string
  name: ReactNode
  values: readonly (number | null)[]
  labels: readonly string[]
  isComponent?: boolean
}

function Row({ id, name, values, labels, isComponent = false }: RowProps) {
  return (
    <tr data-contribution={id} className={isComponent ? 'fold-row' : undefined}>
      <th scope="row" className={isComponent ? 'text-ink-2' : undefined}>
        {name}
      </th>
      {labels.map((label, index) => (
        <td key={label}>
          <FigureText value={values[index] ?? null} />
        </td>
      ))}
    </tr>
  )
}
