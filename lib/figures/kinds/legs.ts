import type { BarRows } from '@/lib/figures/rows/rows'
import { barRows, WINDOW_BARS } from './bar-figure'
import type { FigureKind } from './figure-kind'

/** A factor's long and short leg and their difference over week, month and year. */
export const legs: FigureKind<BarRows> = {
  ...WINDOW_BARS,
  source: {
    of: 'series',
    rows: (history, context) => {
      const { t } = context
      const names = { leg: t('figures.long'), against: t('figures.short'), net: t('figures.net') }
      return history.kind === 'factor' ? barRows(history, names, context) : null
    },
  },
  title: ({ t }) => t('figures.legs'),
}
