import type { View } from '@/lib/address/view'
import { isOneOf } from '@/lib/base/is-one-of'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { type Catalogue, shortNameOf } from '@/lib/report/model/inputs'
import type { VersionPage } from '@/lib/workbench/versions/get-version-page'
import { ChangesTable } from './changes-table'

type RestatedRow = VersionPage['restated'][number]

interface RestatedRowsProps {
  /** Are they of a withdrawal? */
  areWithdrawn: boolean
  rows: RestatedRow[]
  /** Number on all pages. */
  count: number
  catalogue: Catalogue
  view: View
}

const COLUMNS = ['long', 'short', 'portfolio', 'benchmark', 'ic', 'rankIc', 'rankMae'] as const

/** Lists every daily value that a load replaced or withdrew, at full precision, before and after. */
export function RestatedRows({ areWithdrawn, rows, count, catalogue, view }: RestatedRowsProps) {
  const t = translatorFor(view.locale)
  return (
    <ChangesTable
      id="restated"
      title={t(areWithdrawn ? 'data.withdrawnRows' : 'data.rows')}
      note={t('data.rowsNote', { count })}
      words={[t('data.date'), t('data.name'), t('data.leg')]}
      wideOnly={t('data.leg')}
      beforeAndAfter={[t('data.before'), t('data.after')]}
      areFigures
    >
      {rows.flatMap((row) =>
        changedColumns(row).map((column) => (
          <tr key={`${row.code}.${row.date}.${column}`}>
            <td className="whitespace-nowrap">{row.date}</td>
            <th scope="row">
              {shortNameOf(row.code, catalogue)}
              <span className="block text-ink-2 text-note mid:hidden">{legName(column, t)}</span>
            </th>
            <td className="max-mid:hidden">{legName(column, t)}</td>
            <td className="digits min-w-[13ch] text-ink-2">{exact(row.before[column])}</td>
            <td className="digits min-w-[13ch] pr-0 font-bold">{exact(row.after?.[column])}</td>
          </tr>
        )),
      )}
    </ChangesTable>
  )
}

/** Returns the columns that differ: legs in their usual order, or the parts of contributions ("style/size"). */
function changedColumns({ before, after }: RestatedRow): string[] {
  const parts = [...Object.keys(before), ...Object.keys(after ?? {})].filter((column) => !isOneOf(COLUMNS, column))
  return [...COLUMNS, ...new Set(parts)].filter((column) => before[column] !== after?.[column])
}

function legName(column: string, t: Translator): string {
  if (!isOneOf(COLUMNS, column)) return column
  return column === 'ic' || column === 'rankIc' || column === 'rankMae'
    ? t(`data.${column}`)
    : t(`quality.leg-${column}`)
}

/** Formats a value as stored, so that a change in the last digit is visible. */
function exact(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(value).replace('-', '−')
}
