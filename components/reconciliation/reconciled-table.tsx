import type { View } from '@/lib/address/view'
import type { WindowName } from '@/lib/analysis/cell'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { formatPercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { ReconciledCell, ReconciledGroup } from '@/lib/report/build/reconciliation'
import { RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'

/** On a narrow screen the windows of a series are below each other. */
const NARROW_ROW = 'max-pair:grid max-pair:grid-cols-[52px_repeat(4,1fr)] max-pair:py-1'
const WINDOWS: WindowName[] = ['week', 'month', 'year']

interface ReconciledTableProps {
  group: ReconciledGroup
  labels: WindowLabels
  view: View
}

/** Shows the rows of one measure: both figures of each window, their difference and the return of the reference. */
export function ReconciledTable({ group: { measure, rows }, labels, view }: ReconciledTableProps) {
  const t = translatorFor(view.locale)
  return (
    <section id={measure} aria-labelledby={`${measure}-title`} className="mt-8 mid:mt-10">
      <h2 id={`${measure}-title`} className="pb-1.5 text-sheet">
        {t(`measures.${measure}`)}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
      </h2>
      <RuledTable className="whitespace-nowrap [--cell-before:0px]">
        <ReconciledHead measure={measure} labels={labels} view={view} />
        <tbody>
          {rows.map(({ code, name, windows }) => (
            <tr
              key={code}
              data-series={code}
              className={`hover:bg-wash max-pair:border-grid max-pair:border-t ${NARROW_ROW}`}
            >
              <th scope="row" className="whitespace-normal pr-2 max-pair:col-span-full">
                {name}
              </th>
              {WINDOWS.map((window) => (
                <ReconciledCells key={window} cell={windows[window]} label={labels[window]} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </RuledTable>
    </section>
  )
}

interface HeadProps {
  measure: ReconciledGroup['measure']
  labels: WindowLabels
  view: View
}

/** Shows the heads of the windows and of their columns; on a narrow screen those of one window. */
function ReconciledHead({ measure, labels, view }: HeadProps) {
  const t = translatorFor(view.locale)
  const heads = [
    t('week.arithmetic'),
    t('week.geometric'),
    t('reconciliation.difference'),
    t(`reconciliation.against-${measure}`),
  ]
  return (
    <thead className="text-ink-2 text-note [--cell-y:4px]">
      <tr className="text-ink max-pair:hidden">
        <td />
        {WINDOWS.map((window) => (
          <th key={window} colSpan={4} scope="colgroup" className="pl-7 text-left">
            <span className="block border-line border-b">{labels[window]}</span>
          </th>
        ))}
      </tr>
      <tr className={`border-line border-b ${NARROW_ROW}`}>
        <th scope="col" className="whitespace-normal pr-2">
          {t(measure === 'excess' ? 'tables.portfolio' : 'tables.factor')}
        </th>
        {WINDOWS.flatMap((window) =>
          heads.map((head) => (
            <th key={`${window} ${head}`} scope="col" className={window === WINDOWS[0] ? '' : 'max-pair:hidden'}>
              {head}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

/** Shows both figures in their sign's colour, and their difference in ink, since it is neither gain nor loss. */
function ReconciledCells({ cell, label, view }: { cell: ReconciledCell; label: string; view: View }) {
  const { arithmetic, geometric, difference, against } = cell
  const weightOf = (convention: View['convention']) => (convention === view.convention ? 'font-bold' : '')
  return (
    <>
      <td className={`window-first max-pair:col-start-2 ${weightOf('arithmetic')}`} data-window={label}>
        <FigureText value={arithmetic} />
      </td>
      <td className={weightOf('geometric')}>
        <FigureText value={geometric} />
      </td>
      <td>{formatPercent(difference)}</td>
      <td className="text-ink-2">{formatPercent(against)}</td>
    </>
  )
}
