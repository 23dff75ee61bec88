/**
 * The options of still charts: one line in one grid, or rows of bars. Every setting that the painters know is here, so that
 * parsing fails for an option that they would draw otherwise than ECharts. It uses zod/mini: a process that makes PDFs would
 * load 750 kB more with the whole of zod.
 */
import * as z from 'zod/mini'
import type { LinePoint } from '@/lib/charts/line-points'

const HIDDEN = z.strictObject({ show: z.literal(false) })
const UNMOVED = { silent: z.literal(true), emphasis: z.strictObject({ disabled: z.literal(true) }) }
const COMMON = {
  animation: z.literal(false),
  textStyle: z.strictObject({ fontFamily: z.string() }),
}
const labelText = z.custom<() => string>((value) => typeof value === 'function')

const marks = z.strictObject({
  color: z.string(),
  fontSize: z.number(),
  hideOverlap: z.literal(false),
  margin: z.number(),
  customValues: z.array(z.number()),
  formatter: z.custom<(at: number) => string>((value) => typeof value === 'function'),
})

const shownTimeAxis = z.strictObject({
  type: z.literal('value'),
  min: z.number(),
  max: z.number(),
  containShape: z.literal(false),
  axisLine: z.strictObject({
    show: z.literal(true),
    onZero: z.literal(false),
    lineStyle: z.strictObject({ color: z.string(), cap: z.literal('butt') }),
  }),
  axisTick: z.strictObject({
    show: z.literal(true),
    length: z.number(),
    lineStyle: z.strictObject({ color: z.string() }),
    customValues: z.array(z.number()),
  }),
  axisLabel: marks,
  splitLine: HIDDEN,
})

const hiddenTimeAxis = z.strictObject({
  type: z.literal('value'),
  min: z.number(),
  max: z.number(),
  axisLine: HIDDEN,
  axisTick: HIDDEN,
  axisLabel: HIDDEN,
  splitLine: HIDDEN,
})

const gridAxis = z.strictObject({
  type: z.literal('value'),
  min: z.number(),
  max: z.number(),
  axisLine: HIDDEN,
  axisTick: z.strictObject({ show: z.literal(false), customValues: z.array(z.number()) }),
  axisLabel: marks,
  splitLine: z.strictObject({
    show: z.literal(true),
    lineStyle: z.strictObject({ color: z.tuple([z.string()], z.string()) }),
  }),
  name: z.optional(z.string()),
  nameGap: z.optional(z.number()),
  nameTextStyle: z.optional(
    z.strictObject({
      color: z.string(),
      fontSize: z.number(),
      align: z.literal('left'),
      padding: z.tuple([z.literal(0), z.literal(0), z.literal(0), z.number()]),
    }),
  ),
})

const line = z.strictObject({
  ...UNMOVED,
  id: z.enum(['line', 'drawdown']),
  type: z.literal('line'),
  data: z.custom<LinePoint[]>(Array.isArray),
  lineStyle: z.strictObject({
    color: z.string(),
    width: z.number(),
    cap: z.optional(z.literal('round')),
    join: z.optional(z.literal('round')),
  }),
  itemStyle: z.strictObject({ color: z.string() }),
  symbol: z.literal('none'),
  clip: z.literal(false),
  areaStyle: z.optional(z.strictObject({ color: z.string(), opacity: z.number(), origin: z.literal(0) })),
  endLabel: z.optional(
    z.strictObject({
      show: z.boolean(),
      formatter: labelText,
      color: z.string(),
      fontSize: z.number(),
      distance: z.number(),
    }),
  ),
})

const end = z.strictObject({
  ...UNMOVED,
  id: z.literal('end'),
  type: z.literal('line'),
  data: z.tuple([z.tuple([z.number(), z.number()])]),
  symbol: z.literal('circle'),
  symbolSize: z.number(),
  showSymbol: z.literal(true),
  itemStyle: z.strictObject({ color: z.string() }),
  label: z.strictObject({
    show: z.literal(true),
    position: z.literal('right'),
    distance: z.number(),
    formatter: labelText,
    color: z.string(),
    fontSize: z.number(),
    fontWeight: z.literal('bold'),
    textBorderColor: z.optional(z.string()),
    textBorderWidth: z.number(),
  }),
  clip: z.literal(false),
  tooltip: HIDDEN,
})

/** One line in one grid. */
export const stillLine = z.strictObject({
  ...COMMON,
  grid: z.strictObject({
    left: z.number(),
    right: z.number(),
    top: z.number(),
    bottom: z.number(),
    outerBoundsMode: z.literal('none'),
  }),
  xAxis: z.union([shownTimeAxis, hiddenTimeAxis]),
  yAxis: gridAxis,
  series: z.union([z.tuple([line]), z.tuple([line, end])]),
})
export type StillLine = z.infer<typeof stillLine>

const zeroAxis = z.strictObject({
  type: z.literal('value'),
  gridIndex: z.number(),
  min: z.number(),
  max: z.number(),
  axisLine: HIDDEN,
  axisTick: z.strictObject({ show: z.literal(false), customValues: z.tuple([z.literal(0)]) }),
  axisLabel: HIDDEN,
  splitLine: z.strictObject({ show: z.literal(true), lineStyle: z.strictObject({ color: z.string() }) }),
})

const weight = z.enum(['normal', 'bold'])

const textColumn = z.strictObject({
  type: z.literal('category'),
  gridIndex: z.number(),
  inverse: z.literal(true),
  position: z.literal('left'),
  data: z.array(
    z.strictObject({
      value: z.string(),
      textStyle: z.strictObject({ align: z.literal('left'), color: z.string(), fontWeight: weight }),
    }),
  ),
  axisLine: z.strictObject({ show: z.literal(false), onZero: z.literal(false) }),
  axisTick: HIDDEN,
  axisLabel: z.strictObject({
    interval: z.literal(0),
    margin: z.number(),
    fontSize: z.number(),
    hideOverlap: z.literal(false),
  }),
  splitLine: HIDDEN,
})

const bar = z.strictObject({
  value: z.number(),
  itemStyle: z.strictObject({
    color: z.string(),
    borderColor: z.optional(z.string()),
    borderWidth: z.optional(z.number()),
  }),
  label: z.strictObject({
    show: z.boolean(),
    position: z.enum(['left', 'right']),
    distance: z.number(),
    formatter: labelText,
    color: z.string(),
    fontSize: z.number(),
    fontWeight: weight,
    textBorderWidth: z.literal(0),
  }),
})

/** Rows of bars, a grid for each block of them. */
export const stillBars = z.strictObject({
  ...COMMON,
  grid: z.array(
    z.strictObject({
      left: z.number(),
      width: z.number(),
      top: z.number(),
      height: z.number(),
      outerBoundsMode: z.literal('none'),
    }),
  ),
  xAxis: z.array(zeroAxis),
  yAxis: z.array(textColumn),
  series: z.array(
    z.strictObject({
      ...UNMOVED,
      id: z.string(),
      type: z.literal('bar'),
      xAxisIndex: z.number(),
      yAxisIndex: z.number(),
      barWidth: z.number(),
      data: z.array(bar),
    }),
  ),
})
export type StillBars = z.infer<typeof stillBars>
