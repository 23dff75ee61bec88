import type { Convention } from '@/lib/base/convention'
import { formatPercent } from '@/lib/base/format'
import { spread } from '@/lib/metrics/returns/spread'
import { maximumDrawdown } from '@/lib/metrics/risk/maximum-drawdown'
import type { SeriesRows } from './rows'
import type { LegRole } from './terms'
import { valueText } from './value-text'

/** In the reader's language. */
export interface PeriodWords {
  comma: string
  /** Text of a selection, with FROM and TO for its days. */
  selected: string
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

/** A series over a period, in which the reader selects a part. */
export interface SelectableSeries {
  /** Includes both legs, since the period's return needs them. */
  rows: SeriesRows
  /** The drawn lines, the main one first. */
  drawn: readonly SeriesRows['lines'][number]['role'][]
  convention: Convention
}

/** Returns the rows of the drawn lines only, as in the picture. */
export function drawnRows({ rows, drawn }: SelectableSeries): SeriesRows {
  return { ...rows, lines: rows.lines.filter(({ role }) => drawn.includes(role)) }
}

/** Returns each line's value on a day, or for a selection the lines' returns and the deepest fall of the main one. */
export function periodReading(
  series: SelectableSeries,
  at: number,
  selection: Selection | null,
  words: PeriodWords,
): string {
  const { dates, lines, unit, drawdown } = drawnRows(series)
  const { comma } = words
  if (selection === null) {
    const values = lines.map(({ label, values: of }) => `${label} ${valueText(of[at] ?? null, unit)}`)
    const fall = drawdown ? [`${drawdown.label} ${formatPercent(drawdown.values[at] ?? null)}%`] : []
    return [dates[at] ?? '', ...values, ...fall].join(comma)
  }
  const { returns, fall } = periodFigures(series, selection)
  const grown = lines.map(({ label }, index) => `${label} ${formatPercent(returns[index] ?? null)}%`)
  const fallen = drawdown ? [`${words.deepest} ${formatPercent(fall)}%`] : []
  return [words.selected.replace('FROM', selection.from).replace('TO', selection.to), ...grown, ...fallen].join(comma)
}

/** Figures of a period as in the page's tables. Decimal fractions; null where a day is missing. */
interface PeriodFigures {
  /** For each drawn line, in order: the period return of a leg; for the main line the spread of the legs. */
  returns: (number | null)[]
  /** The deepest fall of the main line within the period; null also for rows without drawdown. */
  fall: number | null
}

export function periodFigures(series: SelectableSeries, { start, end }: Selection): PeriodFigures {
  const { rows, convention } = series
  const { lines, drawdown } = drawnRows(series)
  const grownBy = (role: LegRole) => growth(rows.lines.find((line) => line.role === role)?.values, start, end)
  const [main] = lines
  return {
    returns: lines.map(({ role, values }) => {
      if (rows.unit === 'fraction') return addition(values, { start, end }, convention)
      return role === 'net' ? spread(grownBy('leg'), grownBy('against'), convention) : growth(values, start, end)
    }),
    fall: (main && drawdown && maximumDrawdown(main.values.slice(start, end + 1))?.depth) ?? null,
  }
}

/** Returns the growth from close to close. */
function growth(values: readonly (number | null)[] | undefined, start: number, end: number): number | null {
  const [before, after] = [values?.[start] ?? null, values?.[end] ?? null]
  return before === null || after === null ? null : after / before - 1
}

/** Returns the gain of a split line: the difference of a running sum, or the ratio of NAVs minus 1. */
function addition(
  values: readonly (number | null)[],
  { start, end }: Pick<Selection, 'start' | 'end'>,
  convention: Convention,
): number | null {
  return spread(values[end] ?? null, values[start] ?? null, convention)
}
