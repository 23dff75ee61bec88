import { formatPercent } from '@/lib/base/format'
import type { Scale, Tick } from '@/lib/charts/frame'
import { boundsInView, type Window } from '@/lib/charts/in-view'
import { linearScale } from '@/lib/charts/linear-scale'
import { percentScale } from '@/lib/charts/percent-scale'
import { logarithm, ratioScale } from '@/lib/charts/ratio-scale'
import type { SeriesRows } from '@/lib/figures/rows/rows'

/** A value axis, and the function from a value to its unit. */
export interface SeriesScale extends Scale {
  /** Start of the lines, in the unit of the axis. */
  base: number
  /**
   * Converts a value to the unit of the axis.
   * @throws RangeError when a value on a log axis is not above 0
   */
  toAxis: (value: number) => number
}

/** Lines are 1 at their start. */
const BASE = 1

/** Returns the axis of a series' lines for the days in view. */
export function linesScale({ unit, axis, dates, lines }: SeriesRows, window: Window, heightPx: number): SeriesScale {
  const isLog = axis === 'log'
  const values = lines.map((line) => line.values)
  const bounds = boundsInView(dates, values, window, BASE)
  const toAxis = isLog ? logarithm : (value: number) => value
  return { ...scaleOf(unit, isLog, bounds, heightPx), base: toAxis(BASE), toAxis }
}

/** Returns the axis of a drawdown, which ends at 0, since no value is above a peak. */
export function drawdownScale(dates: readonly string[], depths: Depths, window: Window, heightPx: number): Scale {
  const [low, high] = boundsInView(dates, [depths], window, 0)
  const { low: bottom, ticks } = percentScale(low, Math.max(high, 0), heightPx, { maxTicks: 3 })
  return { low: bottom, high: 0, ticks: ticks.filter(({ at }) => at <= 0) }
}

type Depths = readonly (number | null)[]

function scaleOf(unit: SeriesRows['unit'], isLog: boolean, [low, high]: [number, number], heightPx: number): Scale {
  if (isLog) {
    const scale = ratioScale(low, high, heightPx)
    return unit === 'ratio' ? scale : { ...scale, ticks: inPercent(scale.ticks) }
  }
  if (unit === 'ratio') return linearScale(low, high, heightPx)
  const { low: bottom, high: top, ticks } = percentScale(low - 1, high - 1, heightPx)
  return { low: bottom + 1, high: top + 1, ticks: ticks.map(({ at, label }) => ({ at: at + 1, label })) }
}

/** Labels the ticks of a log axis in percent returns, with a decimal where whole percents are not exact. */
function inPercent(ticks: Tick[]): Tick[] {
  const earned = ticks.map(({ at }) => Number((2 ** at - 1).toPrecision(9)))
  const decimals = earned.every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6) ? 0 : 1
  return ticks.map(({ at }, index) => ({ at, label: formatPercent(earned[index] ?? null, decimals) }))
}
