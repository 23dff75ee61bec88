import { BarChart, LineChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { connect, dispose, getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/**
 * SVG, as in the picture: the same text at the same position, so that nothing moves when the live chart replaces it.
 */
use([LineChart, BarChart, GridComponent, MarkAreaComponent, TooltipComponent, DataZoomInsideComponent, SVGRenderer])

/** The parts of ECharts that a live chart needs. */
export const chartLibrary = { init, dispose, getInstanceByDom, connect }
