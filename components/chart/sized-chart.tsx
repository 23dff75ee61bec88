import type { ECharts } from 'echarts'
import EChartsReactCore from 'echarts-for-react/lib/core'

/** React component of ECharts without the trial chart that measures the size, since the size is known. */
export class SizedChart extends EChartsReactCore {
  override async initEchartsInstance(): Promise<ECharts> {
    return this.echarts.init(this.ele, this.props.theme, this.props.opts)
  }
}
