import { signOf } from '@/lib/base/format'
import { scatterOption } from '@/lib/figures/options/scatter-option'
import type { FactorRows } from '@/lib/figures/rows/rows'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { FACTORS_FIGURE, isMany, sortedByWeek } from './factors-figure'
import type { FigureContext, FigureKind } from './figure-kind'

/** Week and year to date of all factors. */
export const weekScatter: FigureKind<FactorRows> = {
  ...FACTORS_FIGURE,
  source: {
    of: 'factors',
    rows: (factors, { asOf, locale, t }) => {
      const labels = windowLabels(asOf, locale, t)
      return {
        shape: 'scatter',
        windows: [labels.year, labels.week],
        factors: sortedByWeek(factors).map(({ number, name, week, year }) => ({ number, name, values: [year, week] })),
      }
    },
  },
  figures: 'window',
  layouts: ['points'],
  exportSize: 'points',
  option: scatterOption,
  title,
  note: (rows, { asOf, locale, t }) =>
    t('weekBefore.week-scatter-note', {
      ...windowLabels(asOf, locale, t),
      many: isMany(rows.factors.length) ? 'yes' : 'no',
    }),
  summary: (rows, context) =>
    context.t('weekBefore.alt', { title: title(context), parts: quarterSummary(rows, context) }),
  /** A point needs both values. */
  emptyReason: ({ factors }, { t }) =>
    factors.every(({ values }) => values.includes(null)) ? t('weekBefore.nothing') : null,
}

function title({ asOf, locale, t }: FigureContext): string {
  return t('weekBefore.week-scatter', { ...windowLabels(asOf, locale, t) })
}

/** Counts the factors in each quadrant. */
function quarterSummary({ windows: [year], factors }: FactorRows, { t }: FigureContext): string {
  const count = (ofYear: string, ofWeek: string) =>
    factors.filter(({ values: [x, y] }) => signOf(x) === ofYear && signOf(y) === ofWeek).length
  return t('weekBefore.altQuarters', {
    year,
    bothUp: count('up', 'up'),
    bothDown: count('down', 'down'),
    weekUp: count('down', 'up'),
    weekDown: count('up', 'down'),
  })
}
