import { CHART_FONT, type ChartOption } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'

/** Costs of stores of rising size, milliseconds by name. */
export interface Growth {
  /** What the sizes count: "factors" or "years". */
  unit: string
  measured: { size: number; cost: Record<string, number> }[]
}

const TITLE = 'Time of each kind of work by number of factors and of years'
const SIZE = { widthPx: 960, heightPx: 420 }
/** Left edge and width of the two panels, and room for the names at the ends of their lines. */
const PANEL = { lefts: [64, 544], widthPx: 280, topPx: 44, bottomPx: 48 }
/** Okabe and Ito's colours, which people with colour blindness can tell apart, without yellow. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#000000']
const INK = '#333333'
const RULE = '#dddddd'

/** Draws how costs grow, as SVG: a panel for each kind of size, both axes logarithmic, where a power is a straight line. */
export function growthPlot(panels: readonly [Growth, Growth]): string {
  const names = Object.keys(panels[0].measured[0]?.cost ?? {})
  const option: ChartOption = {
    animation: false,
    backgroundColor: '#ffffff',
    grid: panels.map((_, panel) => ({
      left: PANEL.lefts[panel] ?? 0,
      width: PANEL.widthPx,
      top: PANEL.topPx,
      bottom: PANEL.bottomPx,
    })),
    xAxis: panels.map(({ unit, measured }, panel) => ({
      ...axis(`Number of ${unit}`, 26),
      gridIndex: panel,
      min: measured[0]?.size ?? 1,
      max: measured.at(-1)?.size ?? 1,
    })),
    yAxis: panels.map((_, panel) => ({
      ...axis('Milliseconds', 44),
      gridIndex: panel,
      splitLine: { lineStyle: { color: RULE } },
    })),
    series: panels.flatMap(({ measured }, panel) =>
      names.map((name, index) => ({
        type: 'line' as const,
        name,
        xAxisIndex: panel,
        yAxisIndex: panel,
        color: COLOURS[index % COLOURS.length] ?? INK,
        symbol: 'circle',
        symbolSize: 5,
        data: measured.map(({ size, cost }) => [size, cost[name] ?? null]),
        endLabel: { show: true, formatter: name, color: INK, fontFamily: CHART_FONT, fontSize: 12, distance: 6 },
        labelLayout: { moveOverlap: 'shiftY' as const },
      })),
    ),
  }
  return renderSvg(option, SIZE).replace('>', `><title>${TITLE}</title>`)
}

function axis(name: string, nameGap: number) {
  const text = { color: INK, fontFamily: CHART_FONT, fontSize: 12 }
  return {
    type: 'log' as const,
    name,
    nameGap,
    nameLocation: 'middle' as const,
    nameTextStyle: text,
    axisLabel: { ...text, formatter: (value: number) => value.toLocaleString('en-GB') },
    axisLine: { show: true, lineStyle: { color: INK } },
    splitLine: { show: false },
  }
}
