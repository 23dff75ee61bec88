import { valueText } from '@/lib/charts/value-text'
import { monthOf, yearOf } from '@/lib/dates'
import { formatPercent } from '@/lib/format'
import type { SeriesRows } from '@/lib/report/figure'
import type { FigureTable } from '@/lib/report/report'
import { runs } from '@/lib/report/trading-windows'
import type { Translator } from '@/lib/translate'

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
