import { BarChart, LineChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { connect, dispose, getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/** SVG, as the picture: the same text at the same place, so that nothing moves when the one becomes the other. */
use([LineChart, BarChart, GridComponent, MarkAreaComponent, TooltipComponent, DataZoomInsideComponent, SVGRenderer])

/** As much of ECharts as a live chart needs. */
export const chartLibrary = { init, dispose, getInstanceByDom, connect }
