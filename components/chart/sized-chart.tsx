import type { ECharts } from 'echarts'
import EChartsReactCore from 'echarts-for-react/lib/core'

/** The React component of ECharts, less the trial chart that it draws first to learn its size: ours is known. */
export class SizedChart extends EChartsReactCore {
  override async initEchartsInstance(): Promise<ECharts> {
    return this.echarts.init(this.ele, this.props.theme, this.props.opts)
  }
}
