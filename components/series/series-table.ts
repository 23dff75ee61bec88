import { runs } from '@/lib/analysis/trading-windows'
import { monthOf, yearOf } from '@/lib/base/dates'
import { formatPercent } from '@/lib/base/format'
import type { FigureTable, SeriesRows } from '@/lib/figures/figure'
import { valueText } from '@/lib/figures/value-text'
import type { Translator } from '@/lib/messages/translate'

/** Up to so many months a period is told by months, beyond by years. */
const MONTHS_MOST = 24

/** A series' chart as a table: where each line stood at the end of each month or year of the period. */
export function seriesTable({ dates, lines, drawdown, unit }: SeriesRows, t: Translator): FigureTable {
  const days = dates.slice(1)
  const months = runs(days, monthOf)
  const ends = (months.length <= MONTHS_MOST ? months : runs(days, yearOf)).map(({ to }) => to)
  return {
    head: [t('takeaway.date'), ...lines.map(({ label }) => label), ...(drawdown ? [`${drawdown.label} %`] : [])],
    rows: ends.map((at) => [
      dates[at] ?? '',
      ...lines.map(({ values }) => valueText(values[at] ?? null, unit)),
      ...(drawdown ? [formatPercent(drawdown.values[at] ?? null)] : []),
    ]),
  }
}
