import { isAboveYear } from '@/lib/analysis/above-year'
import { formatPercent } from '@/lib/base/format'
import { annualisedReturn } from '@/lib/metrics/returns/annualised-return'
import { maximumDrawdown } from '@/lib/metrics/risk/maximum-drawdown'
import type { SeriesRows } from './rows'
import { valueText } from './value-text'

/** In the reader's language. */
export interface PeriodWords {
  comma: string
  /** Text of a selection, with FROM and TO for its days. */
  selected: string
  /** Text after a return of more than a year, with RATE for its rate per year. */
  perYear: string
  /** Text for the deepest fall of a selection. */
  deepest: string
}

/** Positions in a chart's dates: from the close of `start` to the close of `end`. */
export interface Selection {
  start: number
  end: number
  /** First and last trading day in it, ISO dates. */
  from: string
  to: string
}

/** Returns the days between two positions, in either order; null when they are the same. */
export function selectionOf(dates: readonly string[], a: number, b: number): Selection | null {
  const [start, end] = a < b ? [a, b] : [b, a]
  const [from, to] = [dates[start + 1], dates[end]]
  return start < end && from !== undefined && to !== undefined ? { start, end, from, to } : null
}

/**
 * Returns the page's address for a period.
 * @param address contains FROM and TO instead of dates
 */
export function periodAddress(address: string, { from, to }: Selection): string {
  return address.replace('FROM', from).replace('TO', to)
}

/** Returns each line's value on a day, or for a selection the lines' returns and the deepest fall of the main one. */
export function periodReading(rows: SeriesRows, at: number, selection: Selection | null, words: PeriodWords): string {
  const { dates, lines, unit, drawdown } = rows
  const { comma } = words
  if (selection === null) {
    const values = lines.map(({ label, values: of }) => `${label} ${valueText(of[at] ?? null, unit)}`)
    const fall = drawdown ? [`${drawdown.label} ${formatPercent(drawdown.values[at] ?? null)}%`] : []
    return [dates[at] ?? '', ...values, ...fall].join(comma)
  }
  const { returns, fall } = periodFigures(rows, selection)
  const grown = lines.map(({ label }, index) => `${label} ${returnText(returns[index], words)}`)
  const fallen = drawdown ? [`${words.deepest} ${formatPercent(fall)}%`] : []
  return [words.selected.replace('FROM', selection.from).replace('TO', selection.to), ...grown, ...fallen].join(comma)
}

function returnText(grown: LineGrowth | undefined, { perYear }: PeriodWords): string {
  const total = `${formatPercent(grown?.total ?? null)}%`
  const rate = grown?.perYear ?? null
  return rate === null ? total : `${total}${perYear.replace('RATE', formatPercent(rate))}`
}

/** Line figures of a period, as in the statistics of the page. Decimal fractions; null where a day is missing. */
interface PeriodFigures {
  /** For each line, in order. */
  returns: LineGrowth[]
  /** The deepest fall of the main line within the period; null also for rows without drawdown. */
  fall: number | null
}

interface LineGrowth {
  total: number | null
  /** null also for a period of a year or less. */
  perYear: number | null
}

export function periodFigures({ lines, drawdown, daysPerYear }: SeriesRows, selection: Selection): PeriodFigures {
  const { start, end } = selection
  const [main] = lines
  return {
    returns: lines.map(({ values }) => growth(values, selection, daysPerYear)),
    fall: (main && drawdown && maximumDrawdown(main.values.slice(start, end + 1))?.depth) ?? null,
  }
}

/** Returns the growth from close to close. */
function growth(
  values: readonly (number | null)[],
  { start, end, from, to }: Selection,
  daysPerYear: number,
): LineGrowth {
  const [before, after] = [values[start] ?? null, values[end] ?? null]
  const total = before === null || after === null ? null : after / before - 1
  return { total, perYear: isAboveYear(from, to) ? annualisedReturn(total, end - start, daysPerYear) : null }
}
