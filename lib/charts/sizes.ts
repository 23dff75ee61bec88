import type { FigureKind } from '@/lib/report/figure'

export interface Size {
  widthPx: number
  heightPx: number
}

/** Every size at which a chart is drawn: the size at which it is shown. */
export const SIZES = {
  /** A line beside its bars, at full width. */
  wide: { widthPx: 704, heightPx: 296 },
  medium: { widthPx: 544, heightPx: 296 },
  phone: { widthPx: 358, heightPx: 240 },
  /** The main line of a page of its own. */
  full: { widthPx: 1360, heightPx: 400 },
  broad: { widthPx: 968, heightPx: 360 },
  tall: { widthPx: 358, heightPx: 260 },
  /** Bars beside a line, and alone on a phone. */
  bars: { widthPx: 368, heightPx: 232 },
  barsphone: { widthPx: 358, heightPx: 232 },
  /** A small multiple. */
  cell: { widthPx: 203, heightPx: 124 },
  cellphone: { widthPx: 167, heightPx: 104 },
} as const satisfies Record<string, Size>

export type SizeName = keyof typeof SIZES

/** Which sizes a place on a page shows, widest first, each from a width of the viewport on. */
export const LAYOUTS = {
  line: [
    { size: 'wide', fromPx: 1440 },
    { size: 'medium', fromPx: 721 },
    { size: 'phone', fromPx: 0 },
  ],
  'large-line': [
    { size: 'full', fromPx: 1440 },
    { size: 'broad', fromPx: 1048 },
    { size: 'medium', fromPx: 721 },
    { size: 'tall', fromPx: 0 },
  ],
  bars: [
    { size: 'bars', fromPx: 721 },
    { size: 'barsphone', fromPx: 0 },
  ],
  outline: [
    { size: 'cell', fromPx: 721 },
    { size: 'cellphone', fromPx: 0 },
  ],
} as const satisfies Record<string, readonly { size: SizeName; fromPx: number }[]>

export type Layout = keyof typeof LAYOUTS

const LINE_SIZES: readonly SizeName[] = ['wide', 'medium', 'phone', 'full', 'broad', 'tall']
const BAR_SIZES: readonly SizeName[] = ['bars', 'barsphone']

/** The sizes that a kind of figure can be drawn at. */
export const SIZES_OF_KIND: Record<FigureKind, readonly SizeName[]> = {
  'relative-strength': LINE_SIZES,
  'cumulative-excess': LINE_SIZES,
  legs: BAR_SIZES,
  excess: BAR_SIZES,
  outline: ['cell', 'cellphone'],
}
