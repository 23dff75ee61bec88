import type { Size } from '@/lib/charts/frame'

/** Every size of a chart: charts are drawn at the size at which they are shown. */
export const SIZES = {
  /** A line next to its bars, at full width. */
  wide: { widthPx: 704, heightPx: 296 },
  medium: { widthPx: 544, heightPx: 296 },
  phone: { widthPx: 358, heightPx: 240 },
  /** The main line of a series or comparison page. */
  full: { widthPx: 1360, heightPx: 400 },
  broad: { widthPx: 968, heightPx: 360 },
  narrow: { widthPx: 808, heightPx: 340 },
  middle: { widthPx: 688, heightPx: 320 },
  tall: { widthPx: 358, heightPx: 260 },
  /** The line of one series above its drawdown. */
  panels: { widthPx: 1360, heightPx: 520 },
  panelsbroad: { widthPx: 968, heightPx: 460 },
  panelsnarrow: { widthPx: 808, heightPx: 440 },
  panelsmid: { widthPx: 688, heightPx: 420 },
  panelssmall: { widthPx: 432, heightPx: 320 },
  panelsphone: { widthPx: 358, heightPx: 360 },
  /** Bars next to a line, and alone on a phone. */
  bars: { widthPx: 368, heightPx: 232 },
  barsphone: { widthPx: 358, heightPx: 232 },
  /** Next to the statistics of a series. */
  small: { widthPx: 480, heightPx: 168 },
  smallphone: { widthPx: 358, heightPx: 168 },
  /** Many narrow bars over the width of the page. */
  strip: { widthPx: 1360, heightPx: 220 },
  stripbroad: { widthPx: 968, heightPx: 220 },
  stripmid: { widthPx: 688, heightPx: 200 },
  stripphone: { widthPx: 358, heightPx: 200 },
  /** A small multiple. */
  cell: { widthPx: 203, heightPx: 124 },
  cellphone: { widthPx: 167, heightPx: 104 },
  /** All factors as columns, at full width. */
  columns: { widthPx: 1128, heightPx: 344 },
  columnsmid: { widthPx: 968, heightPx: 344 },
  /** Rows of bars: all factors, for about sixteen of them, or the components of an excess. */
  rows: { widthPx: 640, heightPx: 360 },
  rowsmid: { widthPx: 688, heightPx: 360 },
  rowsbroad: { widthPx: 968, heightPx: 360 },
  rowsphone: { widthPx: 358, heightPx: 360 },
  manyrows: { widthPx: 640, heightPx: 840 },
  manymid: { widthPx: 688, heightPx: 840 },
  manyphone: { widthPx: 358, heightPx: 840 },
  /** All factors as points. */
  points: { widthPx: 560, heightPx: 448 },
  pointsphone: { widthPx: 358, heightPx: 340 },
} as const satisfies Record<string, Size>

/**
 * Sizes of figures in PDFs: bars, and the two panels of a line. A report shows them at the width of a column, a
 * factsheet and the one page at that of the page; a pixel is 0.63 pt in both, so that the type is 7 pt.
 */
export const PRINT_SIZES = {
  report: {
    bars: { widthPx: 358, heightPx: 228 },
    line: { widthPx: 358, heightPx: 150 },
    drawdown: { widthPx: 358, heightPx: 78 },
  },
  'one-page': {
    bars: { widthPx: 742, heightPx: 250 },
    line: { widthPx: 742, heightPx: 170 },
    drawdown: { widthPx: 742, heightPx: 80 },
  },
  factsheet: {
    bars: { widthPx: 742, heightPx: 228 },
    line: { widthPx: 742, heightPx: 286 },
    drawdown: { widthPx: 742, heightPx: 110 },
  },
} as const satisfies Record<string, Record<'bars' | 'line' | 'drawdown', Size>>

export type SizeName = keyof typeof SIZES

/** The sizes of a layout, widest first, each with the viewport width from which it applies. */
export const LAYOUTS = {
  line: [
    { size: 'wide', fromPx: 1440 },
    { size: 'medium', fromPx: 721 },
    { size: 'phone', fromPx: 0 },
  ],
  'large-line': [
    { size: 'full', fromPx: 1440 },
    { size: 'broad', fromPx: 1000 },
    { size: 'narrow', fromPx: 868 },
    { size: 'middle', fromPx: 721 },
    { size: 'tall', fromPx: 0 },
  ],
  panels: [
    { size: 'panels', fromPx: 1440 },
    { size: 'panelsbroad', fromPx: 1000 },
    { size: 'panelsnarrow', fromPx: 868 },
    { size: 'panelsmid', fromPx: 721 },
    { size: 'panelsphone', fromPx: 0 },
  ],
  /** The same in the wider one of two columns. */
  'panels-column': [
    { size: 'panelsbroad', fromPx: 1000 },
    { size: 'panelsnarrow', fromPx: 868 },
    { size: 'panelsmid', fromPx: 721 },
    { size: 'panelsphone', fromPx: 0 },
  ],
  /** The same among many. */
  'panels-small': [
    { size: 'panelssmall', fromPx: 1000 },
    { size: 'panelsphone', fromPx: 0 },
  ],
  bars: [
    { size: 'bars', fromPx: 721 },
    { size: 'barsphone', fromPx: 0 },
  ],
  small: [
    { size: 'small', fromPx: 1000 },
    { size: 'smallphone', fromPx: 0 },
  ],
  strip: [
    { size: 'strip', fromPx: 1440 },
    { size: 'stripbroad', fromPx: 868 },
    { size: 'stripmid', fromPx: 721 },
    { size: 'stripphone', fromPx: 0 },
  ],
  outline: [
    { size: 'cell', fromPx: 721 },
    { size: 'cellphone', fromPx: 0 },
  ],
  columns: [
    { size: 'columns', fromPx: 1440 },
    { size: 'columnsmid', fromPx: 1048 },
    { size: 'rowsmid', fromPx: 768 },
    { size: 'rows', fromPx: 721 },
    { size: 'rowsphone', fromPx: 0 },
  ],
  /** For more than sixteen factors. */
  'many-columns': [
    { size: 'columns', fromPx: 1440 },
    { size: 'columnsmid', fromPx: 1048 },
    { size: 'manymid', fromPx: 768 },
    { size: 'manyrows', fromPx: 721 },
    { size: 'manyphone', fromPx: 0 },
  ],
  waterfall: [
    { size: 'rows', fromPx: 1440 },
    { size: 'rowsbroad', fromPx: 868 },
    { size: 'rowsmid', fromPx: 768 },
    { size: 'rows', fromPx: 721 },
    { size: 'rowsphone', fromPx: 0 },
  ],
  points: [
    { size: 'points', fromPx: 721 },
    { size: 'pointsphone', fromPx: 0 },
  ],
} as const satisfies Record<string, readonly { size: SizeName; fromPx: number }[]>

export type Layout = keyof typeof LAYOUTS
