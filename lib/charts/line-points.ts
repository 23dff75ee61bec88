import { decimalYear } from '@/lib/base/dates'
import type { Window } from './in-view'

export type LinePoint =
  | [x: number, y: number | null]
  /** A day alone between two gaps: no line leads to it, so it is a dot. */
  | { value: [x: number, y: number]; symbol: 'circle'; symbolSize: number }

/**
 * Returns a line's points as ECharts takes them, one a day; null is a gap. Series that use them set `sampling`
 * to `samplingOf`, so that ECharts drops what a pixel cannot show.
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

/** The lines of a chart share their dates: each date is put on the time axis once. */
function yearsOf(dates: readonly string[]): number[] {
  const years = known.get(dates) ?? dates.map(decimalYear)
  known.set(dates, years)
  return years
}

const known = new WeakMap<readonly string[], number[]>()

/**
 * Returns how ECharts thins a line: by largest triangle three buckets, which keeps its shape and its gaps. A live chart
 * keeps each day, so that each can be pointed at.
 * @param window of a live chart; undefined for a picture
 */
export function samplingOf(window: Window | undefined): 'lttb' | 'none' {
  return window === undefined ? 'lttb' : 'none'
}

function isAlone(ys: readonly (number | null)[], index: number): boolean {
  return (ys[index - 1] ?? null) === null && (ys[index + 1] ?? null) === null
}
