import type { ChartOption, Size } from '@/lib/charts/frame'
import { relativePath } from '@/lib/charts/relative-path'
import { lettering, rule, sharp, sheet, written } from './marks'
import { type StillBars, stillBars } from './still-option'

/**
 * Draws an option of rows of bars: the same bytes as `renderSvg`, in a tenth of its time.
 * @param option of `legsOption`
 * @throws ZodError for any other option
 */
export function paintBars(option: ChartOption, { widthPx, heightPx }: Size, fontFamily: string): string {
  const { grid, xAxis, yAxis, series } = stillBars.parse(option)
  const blocks = series.map((row): Block => {
    const axis = xAxis[row.xAxisIndex]
    const plot = grid[axis?.gridIndex ?? -1]
    if (!axis || !plot) throw new RangeError(`${row.id} has no axis or no grid`)
    const xOf = (value: number) => plot.left + ((value - axis.min) / (axis.max - axis.min)) * plot.width
    return { axis, plot, row, xOf, bandPx: plot.height / row.data.length }
  })
  const elements = [
    ...blocks.map(zeroLine),
    ...yAxis.flatMap((column) => namesOf(column, grid)),
    ...blocks.flatMap(barsOf),
    ...blocks.flatMap(valuesOf),
  ]
  return sheet(elements, widthPx, heightPx, fontFamily)
}

interface Block {
  axis: StillBars['xAxis'][number]
  plot: StillBars['grid'][number]
  row: StillBars['series'][number]
  /** Returns the position of a value, in pixels. */
  xOf: (value: number) => number
  /** Height of a bar with the space around it. */
  bandPx: number
}

function zeroLine({ axis, plot, xOf }: Block): string {
  const x = sharp(xOf(0))
  return rule({ x, y: plot.top }, { x, y: plot.top + plot.height }, axis.splitLine.lineStyle.color)
}

function namesOf({ gridIndex, data, axisLabel }: StillBars['yAxis'][number], grids: StillBars['grid']): string[] {
  const plot = grids[gridIndex]
  if (!plot) throw new RangeError(`there is no grid ${gridIndex}`)
  const bandPx = plot.height / data.length
  return data.map(({ value, textStyle }, index) =>
    lettering(
      value,
      { x: plot.left - axisLabel.margin, y: plot.top + (index + 0.5) * bandPx },
      {
        anchor: 'start',
        fontPx: axisLabel.fontSize,
        isBold: textStyle.fontWeight === 'bold',
        fill: textStyle.color,
      },
    ),
  )
}

function barsOf({ plot, row, xOf, bandPx }: Block): string[] {
  return row.data.map(({ value, itemStyle }, index) => {
    const { color, borderColor, borderWidth = 0 } = itemStyle
    const [from, to] = [xOf(0), xOf(value)]
    // The border is inside the bar.
    const inset = Math.min(borderWidth, Math.abs(to - from))
    const sign = to > from ? 1 : -1
    const x = from + (sign * inset) / 2
    const width = to - from - sign * inset
    const y = plot.top + (index + 0.5) * bandPx - row.barWidth / 2 + inset / 2
    const height = row.barWidth - inset
    const path = `M${written(x)} ${written(y)}l${written(width)} 0l0 ${written(height)}l${written(-width)} 0Z`
    return `<path d="${relativePath(path)}" fill="${color}"${strokeOf(borderColor, borderWidth)}></path>`
  })
}

function strokeOf(colour: string | undefined, widthPx: number): string {
  if (colour === undefined) return ''
  return ` stroke="${colour}"${widthPx === 1 ? '' : ` stroke-width="${widthPx}"`}`
}

function valuesOf({ plot, row, xOf, bandPx }: Block): string[] {
  return row.data.map(({ value, label }, index) => {
    if (!label.show) return ''
    const [low, high] = [Math.min(xOf(0), xOf(value)), Math.max(xOf(0), xOf(value))]
    const isLeft = label.position === 'left'
    return lettering(
      label.formatter(),
      { x: isLeft ? low - label.distance : high + label.distance, y: plot.top + (index + 0.5) * bandPx },
      {
        anchor: isLeft ? 'end' : 'start',
        fontPx: label.fontSize,
        isBold: label.fontWeight === 'bold',
        fill: label.color,
      },
    )
  })
}
