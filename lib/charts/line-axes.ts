/** The axes of a plot: one below it with marks, such as years, and one at its left with a light grid. */
import { axisMarks, type Frame, type Scale, type Tick } from './frame'

/** Labels of an axis: fonts and distances in pixels. */
interface Lettering {
  palette: Frame['palette']
  fontPx: number
  /** Space between the plot and its labels. */
  marginPx: number
}

/**
 * Returns the axis below a plot.
 * @param ends in the unit of the axis, decimal years for time
 * @param tickPx length of the marks below the axis
 */
export function timeAxis(ends: { min: number; max: number }, ticks: readonly Tick[], lettering: Lettering, tickPx = 4) {
  const { palette } = lettering
  return {
    type: 'value' as const,
    ...ends,
    // The axis ends exactly at its limits, even when a bar is half outside.
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
 * Returns the axis at the left of a plot, with a grid.
 * @param base reference value in the unit of the axis, with a darker grid line; null for an axis without one
 */
export function gridAxis({ low, high, ticks }: Scale, base: number | null, lettering: Lettering) {
  const { palette } = lettering
  // ECharts uses one colour per grid line, in turn.
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
