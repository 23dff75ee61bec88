import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Hold, HoldRule } from '@/lib/import/outcome/hold'
import type { SeriesRows } from './series-rows'

/** Days that are hardly all positive by chance in every leg. */
const POSITIVE_DAYS_MIN = 12
/** Days of which the smoothness is reliable. */
const SMOOTH_DAYS_MIN = 15
/** Largest smoothness of values that are added up: 2 is usual for returns, and below 0.6 for sums of twenty of them. */
const SMOOTH_MAX = { ofSeries: 0.7, ofFile: 0.9 }
/** Series that a median needs. */
const PEERS_MIN = 3

/** Finds series whose values are levels and not returns: all positive, or each near the value of the day before. */
export function findLevels(kind: ReturnKind, rows: SeriesRows[]): Hold[] {
  const positive = rows.filter(
    ({ given, dates }) => dates.length >= POSITIVE_DAYS_MIN && given.every((leg) => leg.every((value) => value > 0)),
  )
  const following = smooth(rows.filter((own) => !positive.includes(own) && own.dates.length >= SMOOTH_DAYS_MIN))
  const legs = RETURN_KINDS[kind].legs.map(({ column }) => column).join(', ')
  return [
    ...holdOf(
      'all-positive',
      positive,
      `Every value of ${legs} is above zero: these may be levels. Write daily returns.`,
    ),
    ...holdOf('cumulated', following, `Each value of ${legs} is near that of the day before: write daily returns.`),
  ]
}

/** Returns the series in which each value is near that of the day before: all of them, or single ones. */
function smooth(rows: SeriesRows[]): SeriesRows[] {
  const roughness = rows.map((own) => Math.max(...linesOf(own).map(durbinWatson)))
  const middle = roughness.toSorted((a, b) => a - b)[rows.length >> 1] ?? Number.NaN
  if (rows.length >= PEERS_MIN && middle < SMOOTH_MAX.ofFile) return rows
  return rows.filter((_, index) => (roughness[index] ?? Number.NaN) < SMOOTH_MAX.ofSeries)
}

/** The legs of a series and the spread of the first two, which has little of the market in it; an index has one leg. */
function linesOf({ given }: SeriesRows): number[][] {
  const [first = [], second] = given
  return second === undefined ? given : [...given, differences(first, second)]
}

/** Subtracts pairs of values at the same position; positions that only one list has are left out. */
function differences(values: readonly number[], others: readonly number[]): number[] {
  return values.flatMap((value, index) => {
    const other = others[index]
    return other === undefined ? [] : [value - other]
  })
}

/**
 * The sum of squared differences from day to day over that of differences from the mean; Infinity for a constant.
 * @see J. Durbin and G. S. Watson, Testing for Serial Correlation in Least Squares Regression, Biometrika 37 (1950)
 */
function durbinWatson(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const around = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const steps = differences(values.slice(1), values).reduce((sum, step) => sum + step ** 2, 0)
  return around === 0 ? Number.POSITIVE_INFINITY : steps / around
}

function holdOf(rule: HoldRule, rows: SeriesRows[], detail: string): Hold[] {
  const dates = rows.flatMap((own) => own.dates)
  const [from, to] = [dates.toSorted()[0], dates.toSorted().at(-1)]
  if (from === undefined || to === undefined) return []
  return [{ rule, series: rows.map(({ code }) => code), from, to, detail, examples: [] }]
}
