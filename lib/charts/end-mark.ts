/** The last point of a line in view: a dot, with the line's name and value at its right. */
interface EndMark {
  id: string
  x: number
  y: number
  text: string
  /** How far the text is below its dot, so that texts do not overlap. */
  dropPx: number
}

interface EndLook {
  color: string
  /** Colour of the sheet; it surrounds the text. */
  background: string
  isBold: boolean
  opacity?: number
  z?: number
}

export const END_FONT_PX = 12
/** Minimum distance of the texts of two ends. */
export const END_LINE_PX = 16

/** Returns a series of one point, since the label of a line cannot move away from other labels. */
export function endMark({ id, x, y, text, dropPx }: EndMark, look: EndLook) {
  const { color, background, isBold, opacity = 1, z = 3 } = look
  return {
    id,
    type: 'line' as const,
    data: [[x, y]],
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: true,
    itemStyle: { color, opacity },
    z,
    label: {
      show: true,
      opacity,
      position: 'right' as const,
      distance: 6,
      offset: [0, dropPx],
      formatter: () => text,
      color,
      fontSize: END_FONT_PX,
      fontWeight: isBold ? ('bold' as const) : ('normal' as const),
      textBorderColor: background,
      textBorderWidth: 2,
    },
    clip: false,
    silent: true,
    emphasis: { disabled: true },
    tooltip: { show: false },
  }
}
