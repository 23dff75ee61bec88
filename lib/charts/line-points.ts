import { decimalYear } from '@/lib/base/dates'
import { lttb, type Point } from './lttb'

/** A stretch of a line between two gaps: at least one point. */
type Run = Point[]

export type LinePoint =
  | [x: number, y: number | null]
  /** A day alone between two gaps: no line leads to it, so it is a dot. */
  | { value: [x: number, y: number]; symbol: 'circle'; symbolSize: number }

/**
 * A line's points as ECharts takes them: thinned, with a null where there is a gap.
 * @param dates ISO dates, ascending; `ys` their values in the unit of the axis, null where there is none.
 * @param limit how many points may be kept of the whole line; Infinity keeps all.
 */
export function linePoints(dates: readonly string[], ys: readonly (number | null)[], limit: number): LinePoint[] {
  const runs = runsOf(dates, ys)
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  return runs.flatMap((run, index) => {
    const kept = lttb(run, Math.max(3, Math.ceil((limit * run.length) / total)))
    const line = kept.map((point) => (kept.length === 1 ? dotAt(point) : toLinePoint(point)))
    const end = kept.at(-1)
    return index < runs.length - 1 && end !== undefined ? [...line, gapAfter(end)] : line
  })
}

function toLinePoint([x, y]: Point): LinePoint {
  return [x, y]
}

function dotAt([x, y]: Point): LinePoint {
  return { value: [x, y], symbol: 'circle', symbolSize: 2 }
}

function gapAfter([x]: Point): LinePoint {
  return [x, null]
}

function runsOf(dates: readonly string[], ys: readonly (number | null)[]): Run[] {
  const runs: Run[] = []
  let run: Run = []
  for (const [index, date] of dates.entries()) {
    const y = ys[index]
    if (y === undefined) throw new RangeError(`${dates.length} dates, but no value for ${date}`)
    if (y === null) {
      if (run.length > 0) runs.push(run)
      run = []
    } else run.push([decimalYear(date), y])
  }
  return run.length > 0 ? [...runs, run] : runs
}
