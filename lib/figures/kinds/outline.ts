import { outlineOption } from '@/lib/figures/options/outline-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { seriesLine } from '@/lib/figures/rows/series-line'
import { CUMULATIVE_LINE, cumulativeLine } from './cumulative-line'
import type { FigureKind } from './figure-kind'

/** Small multiples. Name and figures are text beside each one, so that the picture needs no sentence. */
const SMALL_MULTIPLE = {
  ...CUMULATIVE_LINE,
  layouts: ['outline'],
  exportSize: null,
  option: outlineOption,
  title: ({ t }) => t('figures.relative-strength'),
  summary: () => '',
} satisfies Partial<FigureKind<LineRows>>

/** The line since inception, of factors and portfolios. */
export const outline: FigureKind<LineRows> = {
  ...SMALL_MULTIPLE,
  source: {
    of: 'series',
    rows: (history, { t }) => cumulativeLine(history, 'relative-strength', t('figures.relative-strength')),
  },
}

/** How far the line is below its highest point so far. */
export const outlineDrawdown: FigureKind<LineRows> = {
  ...SMALL_MULTIPLE,
  source: {
    of: 'series',
    rows: (history, { t }) => seriesLine(history, 'drawdown', t('figures.drawdown')),
  },
}

/** The return of the year that ends with each day. */
export const outlineReturn: FigureKind<LineRows> = {
  ...SMALL_MULTIPLE,
  source: {
    of: 'series',
    rows: (history, { t }) => seriesLine(history, 'rolling-return', t('figures.rolling-return')),
  },
}
