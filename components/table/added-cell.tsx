import type { View } from '@/lib/address/view'
import { DASH, formatSigned, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { SummaryRow } from '@/lib/report/model/report'
import type { AddedColumn } from '@/lib/report/table/table-view'
import { FigureCell } from './figure-cell'
import { tintProps } from './tint'

interface AddedCellProps {
  column: AddedColumn
  row: SummaryRow
  view: View
  /** Share of the column's largest figure, from −1 to 1; null for no tint. */
  tint: number | null
  className: string
}

/** Shows a column that the reader added. On a phone its name is beside each figure. */
export function AddedCell({ column, row, view, tint, className }: AddedCellProps) {
  const t = translatorFor(view.locale)
  const { standing, primary } = row
  const own = `added ${className}`
  const label = t(`table.column-${column}`)
  if (column === 'percentile' || column === 'zScore' || column === 'streak') {
    const text = TEXTS[column]({ percentile: primary.week.percentile, ...standing })
    const tinted = column === 'zScore' ? tintProps(tint) : tintProps(null)
    return (
      <td
        data-label={label}
        data-column={column}
        title={text === DASH ? t('table.missing') : undefined}
        className={`figure-cell ${own} ${tinted.className}`}
        style={tinted.style}
      >
        <span className={text === DASH ? 'text-ink-3' : 'text-ink'}>{text}</span>
      </td>
    )
  }
  return (
    <FigureCell
      cell={standing[column]}
      unusualLabel={t('tables.unusualText')}
      missingLabel={t('table.missing')}
      tint={tint}
      phoneLabel={label}
      className={own}
    />
  )
}

interface Counted {
  percentile: number | null
  zScore: number | null
  streak: number | null
}

/** Figures that are not returns and have no sign colour. */
const TEXTS: Record<'percentile' | 'zScore' | 'streak', (counted: Counted) => string> = {
  percentile: ({ percentile }) => (percentile === null ? DASH : String(wholePercent(percentile))),
  zScore: ({ zScore }) => formatSigned(zScore),
  streak: ({ streak }) => formatSigned(streak, 0),
}
