import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Size } from './frame'
import { CHART_FONT, type ChartOption } from './frame'
import { normaliseSvg } from './normalise-svg'

use([LineChart, BarChart, ScatterChart, GridComponent, MarkAreaComponent, SVGRenderer])

/**
 * Draws an option as SVG markup. The same option and size always give the same bytes.
 * @param fontFamily without double quotes
 */
export function renderSvg(option: ChartOption, { widthPx, heightPx }: Size, fontFamily = CHART_FONT): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: widthPx, height: heightPx })
  try {
    chart.setOption(option)
    return normaliseSvg(chart.renderToSVGString(), fontFamily)
  } finally {
    chart.dispose()
  }
}
