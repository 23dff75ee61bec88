import { decimalYear } from '@/lib/base/dates'
import type { Window } from './in-view'

export type LinePoint =
  | [x: number, y: number | null]
  /** A day alone between two gaps: it has no line, so it is a dot. */
  | { value: [x: number, y: number]; symbol: 'circle'; symbolSize: number }

/**
 * Returns a line's points in the format of ECharts, one for each day; null is a gap. Series with these points set
 * `sampling` to `samplingOf`, so that ECharts drops points that a pixel cannot show.
 * @param dates ISO dates, ascending; `ys` their values in the unit of the axis, null where there is none.
 * @throws RangeError when a date has no entry in `ys`.
 */
export function linePoints(dates: readonly string[], ys: readonly (number | null)[]): LinePoint[] {
  return yearsOf(dates).map((x, index) => {
    const y = ys[index]
    if (y === undefined) throw new RangeError(`${dates.length} dates, but no value for ${dates[index]}`)
    return y !== null && isAlone(ys, index) ? { value: [x, y], symbol: 'circle', symbolSize: 2 } : [x, y]
  })
}

/** Caches the years of dates, since the lines of a chart have the same dates. */
function yearsOf(dates: readonly string[]): number[] {
  const years = known.get(dates) ?? dates.map(decimalYear)
  known.set(dates, years)
  return years
}

const known = new WeakMap<readonly string[], number[]>()

/**
 * Returns how ECharts samples a line: the largest-triangle-three-buckets method keeps its shape and its gaps. A live
 * chart keeps each day for the pointer.
 * @param window of a live chart; undefined for a picture
 */
export function samplingOf(window: Window | undefined): 'lttb' | 'none' {
  return window === undefined ? 'lttb' : 'none'
}

function isAlone(ys: readonly (number | null)[], index: number): boolean {
  return (ys[index - 1] ?? null) === null && (ys[index + 1] ?? null) === null
}
