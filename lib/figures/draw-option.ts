import { CHART_FONT, type ChartOption, type Size } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { paintBars } from '@/lib/charts/still/paint-bars'
import { paintLine } from '@/lib/charts/still/paint-line'
import type { FigureName } from './registry'

/** The figures of every week's page and document, which ECharts draws in ten times the time. */
const PAINTERS: Partial<Record<FigureName, typeof paintLine>> = {
  'relative-strength': paintLine,
  'cumulative-excess': paintLine,
  legs: paintBars,
  excess: paintBars,
}

/**
 * Draws the option of a figure as SVG markup. The same option and size always give the same bytes.
 * @param fontFamily without double quotes
 */
export function drawOption(kind: FigureName, option: ChartOption, size: Size, fontFamily = CHART_FONT): string {
  return (PAINTERS[kind] ?? renderSvg)(option, size, fontFamily)
}
