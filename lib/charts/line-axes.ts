/** The axes of a plot: one below it with marks, such as whole years, and one at its left with a light grid. */
import { axisMarks, type Frame, type Scale, type Tick } from './frame'

/** How an axis is lettered, in pixels. */
interface Lettering {
  palette: Frame['palette']
  fontPx: number
  /** Between the plot and its labels. */
  marginPx: number
}

/** @param ends in the unit of the axis, decimal years for one of time; @param tickPx how far the marks reach below it */
export function timeAxis(ends: { min: number; max: number }, ticks: readonly Tick[], lettering: Lettering, tickPx = 4) {
  const { palette } = lettering
  return {
    type: 'value' as const,
    ...ends,
    // The axis ends where it is told to, also where a bar is half outside.
    containShape: false,
    axisLine: { show: true, onZero: false, lineStyle: { color: palette.line, cap: 'butt' as const } },
    axisTick: {
      show: true,
      length: tickPx,
      lineStyle: { color: palette.line },
      customValues: axisMarks(ticks).customValues,
    },
    axisLabel: labelsOf(ticks, lettering),
    splitLine: { show: false },
  }
}

/**
 * @param base what the values are measured from, in the unit of the axis: its grid line is darker than the others; null
 *   for an axis without one
 */
export function gridAxis({ low, high, ticks }: Scale, base: number | null, lettering: Lettering) {
  const { palette } = lettering
  // ECharts cycles through the colours, one a grid line.
  const colours = ticks.map(({ at }) => (base !== null && Math.abs(at - base) < 1e-9 ? palette.ink3 : palette.grid))
  return {
    type: 'value' as const,
    min: low,
    max: high,
    axisLine: { show: false },
    axisTick: { show: false, customValues: axisMarks(ticks).customValues },
    axisLabel: labelsOf(ticks, lettering),
    splitLine: { show: true, lineStyle: { color: colours.length > 0 ? colours : [palette.grid] } },
  }
}

function labelsOf(ticks: readonly Tick[], { palette, fontPx, marginPx }: Lettering) {
  return { color: palette.ink3, fontSize: fontPx, hideOverlap: false, margin: marginPx, ...axisMarks(ticks) }
}
