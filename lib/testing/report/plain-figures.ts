/**
 * For tests: computes the figures of the tables by plain loops over the rows of the CSV, without the product's code.
 */
import type { CsvRow } from '@/lib/testing/demo/demo-rows'

export type Convention = 'arithmetic' | 'geometric'
export type Spread = number | null

/** Daily returns of two legs by date. */
export type Pair = Map<string, [number, number]>

export function pairOf(rows: CsvRow[], code: string, [leg, against]: [string, string]): Pair {
  const pair: Pair = new Map()
  for (const row of rows) if (row.series === code) pair.set(row.date, [Number(row[leg]), Number(row[against])])
  return pair
}

export interface PlainWindows {
  /** Days of the week, the month and the year of the last day. */
  running: string[][]
  /** Days of each month and week whose last day is in the year of the last day. */
  months: string[][]
  weeks: string[][]
}

/** Returns the periods of the last day. @param days ascending dates with any row, up to the as-of date */
export function plainWindows(days: string[]): PlainWindows {
  const asOf = days.at(-1) ?? ''
  const inYear = (periods: string[][]) => periods.filter((period) => yearOf(period.at(-1) ?? '') === yearOf(asOf))
  const [weeks, months, years] = [weekOf, monthOf, yearOf].map((keyOf) => grouped(days, keyOf))
  const running = [weeks, months, years].map((periods) => periods?.at(-1) ?? [])
  return { running, months: inYear(months ?? []), weeks: inYear(weeks ?? []) }
}

/** Returns the spread over some days; null without days, or when a day has no row. */
export function plainSpread(pair: Pair, days: string[], convention: Convention): Spread {
  let [first, second] = [1, 1]
  for (const day of days) {
    const returns = pair.get(day)
    if (!returns) return null
    first *= 1 + returns[0]
    second *= 1 + returns[1]
  }
  if (days.length === 0) return null
  return convention === 'arithmetic' ? first - second : first / second - 1
}

/** Returns the win rate as "k/n". */
export function plainWins(pair: Pair, periods: string[][], convention: Convention): string {
  const spreads = periods.map((days) => plainSpread(pair, days, convention)).filter((spread) => spread !== null)
  return `${spreads.filter((spread) => spread > 0).length}/${spreads.length}`
}

/** Returns the share of past spreads below, ties half; null with fewer than 52 of them. */
export function plainPercentile(value: Spread, past: Spread[]): number | null {
  if (value === null || past.length < 52) return null
  const below = past.filter((earlier) => earlier !== null && earlier < value).length
  const ties = past.filter((earlier) => earlier === value).length
  return (below + ties / 2) / past.length
}

/** Returns the spreads of the weeks before the current one. */
export function pastWeeks(pair: Pair, asOf: string): Spread[] {
  const days = [...pair.keys()].filter((day) => day <= asOf && weekOf(day) !== weekOf(asOf))
  return grouped(days, weekOf).map((week) => plainSpread(pair, week, 'arithmetic'))
}

/** Returns the spreads of all windows of the length of the current month or year that end before it begins. */
export function pastWindows(pair: Pair, asOf: string, periodOf: (day: string) => string): Spread[] {
  const upTo = [...pair.keys()].filter((day) => day <= asOf)
  const length = upTo.filter((day) => periodOf(day) === periodOf(asOf)).length
  const before = upTo.slice(0, -length)
  return before
    .slice(length - 1)
    .map((_, start) => plainSpread(pair, before.slice(start, start + length), 'arithmetic'))
}

/** Returns the number of a date's week: 1970-01-05 was a Monday. */
export function weekOf(day: string): string {
  return String(Math.floor((Date.parse(day) / 86_400_000 + 3) / 7))
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function yearOf(day: string): string {
  return day.slice(0, 4)
}

function grouped(days: string[], keyOf: (day: string) => string): string[][] {
  const groups = new Map<string, string[]>()
  for (const day of days) {
    const group = groups.get(keyOf(day))
    if (group) group.push(day)
    else groups.set(keyOf(day), [day])
  }
  return [...groups.values()]
}

/** Returns mean and deviation of daily returns, where their line from 1 ends, and its deepest fall, by plain loops. */
export function plainRisk(daily: readonly number[]) {
  const mean = daily.reduce((sum, value) => sum + value, 0) / daily.length
  const variance = daily.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (daily.length - 1)
  let [line, peak, deepest] = [1, 1, 0]
  for (const value of daily) {
    line *= 1 + value
    peak = Math.max(peak, line)
    deepest = Math.min(deepest, line / peak - 1)
  }
  return { mean, deviation: Math.sqrt(variance), end: line, deepest }
}
