import type { View } from '@/lib/address/view'
import { DASH, formatSigned, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { SummaryRow } from '@/lib/report/model/report'
import type { StandingColumn } from '@/lib/report/table/table-view'
import { FigureCell } from './figure-cell'
import { PlainCell } from './plain-cell'

interface AddedCellProps {
  column: StandingColumn
  row: SummaryRow
  view: View
  /** Share of the column's largest figure, from −1 to 1; null for no tint. */
  tint: number | null
  className: string
}

/** Shows a column that the reader added. On a phone its name is beside each figure. */
export function AddedCell({ column, row, view, tint, className }: AddedCellProps) {
  const t = translatorFor(view.locale, view.window)
  const { standing, primary } = row
  const label = t(`table.column-${column}`)
  if (column === 'percentile' || column === 'zScore' || column === 'streak') {
    const text = TEXTS[column]({ percentile: primary.week.percentile, ...standing })
    return (
      <PlainCell
        column={column}
        label={label}
        text={text}
        missingLabel={t('table.missing')}
        tint={column === 'zScore' ? tint : null}
        className={className}
      />
    )
  }
  return (
    <FigureCell
      cell={standing[column]}
      unusualLabel={t('tables.unusualText')}
      missingLabel={t('table.missing')}
      tint={tint}
      phoneLabel={label}
      className={`added ${className}`}
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
