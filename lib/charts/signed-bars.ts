import { signOf } from '@/lib/base/format'
import type { Palette } from './theme'

/** Ends of a value axis; both include zero. */
export interface Ends {
  min: number
  max: number
}

/** Span of an axis, a decimal fraction, on which all values are zero. */
export const FLAT_SPAN = 0.01

/**
 * Returns the ends of an axis for these values.
 * @param values decimal fractions; null and values that print as zero are ignored
 */
export function endsOf(values: readonly (number | null)[]): Ends {
  const known = values.flatMap((value) => (value === null || signOf(value) === 'flat' ? [] : [value]))
  return { min: Math.min(0, ...known), max: Math.max(0, ...known) }
}

/** Returns the colour of a value's mark and figure. */
export function signColour(value: number | null, palette: Palette): string {
  return { up: palette.up, down: palette.down, flat: palette.ink2, none: palette.ink3 }[signOf(value)]
}

/** Returns the length for a value's bar: at least a pixel for a value with a sign, else zero. */
export function barLength(value: number | null, perPx: number): number {
  const sign = signOf(value)
  if (value === null || sign === 'flat') return 0
  return sign === 'up' ? Math.max(value, perPx) : Math.min(value, -perPx)
}

/**
 * Returns the value axis of horizontal bars, with only the zero line visible; each end is zero or at least a pixel
 * away.
 */
export function zeroAxis(gridIndex: number, { min, max }: Ends, perPx: number, palette: Palette) {
  return {
    type: 'value' as const,
    gridIndex,
    min: min < 0 ? Math.min(min, -perPx) : 0,
    max: max > 0 ? Math.max(max, perPx) : 0,
    axisLine: { show: false },
    axisTick: { show: false, customValues: [0] },
    axisLabel: { show: false },
    splitLine: { show: true, lineStyle: { color: palette.ink3 } },
  }
}

/** A text beside a horizontal bar. */
export interface RowText {
  value: string
  textStyle: object
}

/**
 * Returns a column of texts, one for each bar.
 * @param marginPx from the plot to the anchor of the texts
 */
export function textColumn(
  gridIndex: number,
  data: RowText[],
  { fontPx, marginPx }: { fontPx: number; marginPx: number },
) {
  return {
    type: 'category' as const,
    gridIndex,
    inverse: true,
    position: 'left' as const,
    data,
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    axisLabel: { interval: 0, margin: marginPx, fontSize: fontPx, hideOverlap: false },
    splitLine: { show: false },
  }
}

/** Returns horizontal bars in one grid, without pointer events. */
export function barRow<Item>(index: number, yAxisIndex: number, barPx: number, data: Item[]) {
  return {
    id: `window-${index}`,
    type: 'bar' as const,
    xAxisIndex: index,
    yAxisIndex,
    barWidth: barPx,
    silent: true,
    emphasis: { disabled: true },
    data,
  }
}
