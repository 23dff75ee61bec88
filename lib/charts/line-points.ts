import { decimalYear } from '@/lib/base/dates'
import { sampledDays } from './sampled-days'

export type LinePoint =
  | [x: number, y: number | null]
  /** A day alone between two gaps: it has no line, so it is a dot. */
  | { value: [x: number, y: number]; symbol: 'circle'; symbolSize: number }

/**
 * Returns a line's points in the format of ECharts; null is a gap.
 * @param dates ISO dates, ascending; `ys` their values in the unit of the axis, null where there is none.
 * @param plotPx width of the plot of a picture, which shows about one day a pixel; null for a live chart, which has each day
 * for the pointer
 * @throws RangeError when a date has no entry in `ys`.
 */
export function linePoints(
  dates: readonly string[],
  ys: readonly (number | null)[],
  plotPx: number | null,
): LinePoint[] {
  const missing = dates[ys.length]
  if (missing !== undefined) throw new RangeError(`${dates.length} dates, but no value for ${missing}`)
  if (plotPx === null) return yearsOf(dates).map((x, index) => pointOf(x, ys, index))
  return sampledDays(ys, plotPx).map((index) => pointOf(decimalYear(dates[index] as string), ys, index))
}

function pointOf(x: number, ys: readonly (number | null)[], index: number): LinePoint {
  const y = ys[index] as number | null
  return y !== null && isAlone(ys, index) ? { value: [x, y], symbol: 'circle', symbolSize: 2 } : [x, y]
}

/** Caches the years of dates, since the lines of a chart have the same dates. */
function yearsOf(dates: readonly string[]): number[] {
  const years = known.get(dates) ?? dates.map(decimalYear)
  known.set(dates, years)
  return years
}

const known = new WeakMap<readonly string[], number[]>()

function isAlone(ys: readonly (number | null)[], index: number): boolean {
  return (ys[index - 1] ?? null) === null && (ys[index + 1] ?? null) === null
}
