/** The axes of lines over time: one below the plot with whole years, and one at its left with a light grid. */
import { axisMarks, type Frame, type Scale, type Tick } from './frame'

/** How an axis is lettered, in pixels. */
interface Lettering {
  palette: Frame['palette']
  fontPx: number
  /** Between the plot and its labels. */
  marginPx: number
}

/** @param ends decimal years; @param tickPx how far the marks reach below the axis */
export function timeAxis(ends: { min: number; max: number }, ticks: readonly Tick[], lettering: Lettering, tickPx = 4) {
  const { palette } = lettering
  return {
    type: 'value' as const,
    ...ends,
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

/** @param base what the line is measured from, in the unit of the axis: its grid line is darker than the others */
export function gridAxis({ low, high, ticks }: Scale, base: number, lettering: Lettering) {
  const { palette } = lettering
  // ECharts cycles through the colours, one a grid line.
  const colours = ticks.map(({ at }) => (Math.abs(at - base) < 1e-9 ? palette.ink3 : palette.grid))
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
