import type { BarRows } from '@/lib/figures/rows/rows'
import { barRows, WINDOW_BARS } from './bar-figure'
import type { FigureKind } from './figure-kind'

/** A portfolio, its index and their difference over week, month and year. */
export const excess: FigureKind<BarRows> = {
  ...WINDOW_BARS,
  source: {
    of: 'series',
    rows: (history, context) => {
      const { t } = context
      const names = { leg: t('figures.portfolio'), against: t('figures.benchmark'), net: t('figures.excessNet') }
      return history.kind === 'portfolio' ? barRows(history, names, context) : null
    },
  },
  title: ({ t }) => t('figures.excess'),
}
