import { formatPercent, signOf } from '@/lib/base/format'
import { columnsOption } from '@/lib/figures/options/columns-option'
import { factorRowsOption } from '@/lib/figures/options/factor-rows-option'
import type { FactorRows } from '@/lib/figures/rows/rows'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { FACTORS_FIGURE, isMany, sortedByWeek } from './factors-figure'
import type { FigureContext, FigureKind } from './figure-kind'

/** A wider picture has a column for each factor, a narrower one a row. */
const COLUMNS_FROM_PX = 900

/** Week and month of all factors. */
export const weekColumns: FigureKind<FactorRows> = {
  ...FACTORS_FIGURE,
  source: {
    of: 'factors',
    rows: (factors, { asOf, locale, t }) => {
      const labels = windowLabels(asOf, locale, t)
      return {
        shape: 'columns',
        windows: [labels.week, labels.month],
        factors: sortedByWeek(factors).map(({ number, name, week, month }) => ({
          number,
          name,
          values: [week, month],
        })),
      }
    },
  },
  figures: 'window',
  layouts: ['columns', 'many-columns'],
  exportSize: 'columns',
  option: (rows, frame) =>
    frame.widthPx > COLUMNS_FROM_PX ? columnsOption(rows, frame) : factorRowsOption(rows, frame),
  title,
  note: (rows, { asOf, locale, t }) =>
    t('weekBefore.week-columns-note', {
      ...windowLabels(asOf, locale, t),
      many: isMany(rows.factors.length) ? 'yes' : 'no',
    }),
  summary: (rows, context) => {
    const parts = rows.windows.map((_, index) => windowSummary(rows, index, context))
    return context.t('weekBefore.alt', { title: title(context), parts: parts.join(context.t('figures.altSemicolon')) })
  },
  /** A column needs one of the two values. */
  emptyReason: ({ factors }, { t }) =>
    factors.every(({ values }) => values.every((value) => value === null)) ? t('weekBefore.nothing') : null,
}

function title({ asOf, locale, t }: FigureContext): string {
  return t('weekBefore.week-columns', { ...windowLabels(asOf, locale, t) })
}

/** Counts rises and falls in a window, and names the largest ones. */
function windowSummary({ windows, factors }: FactorRows, index: number, { t }: FigureContext): string {
  const window = windows[index] ?? ''
  const known = factors.flatMap(({ name, values }) => {
    const value = values[index] ?? null
    return value === null ? [] : [{ name, value }]
  })
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [best, worst] = [sorted[0], sorted.at(-1)]
  if (!best || !worst) return t('weekBefore.altNone', { window })
  if (known.length === 1) return t('weekBefore.altOne', { window, name: best.name, value: formatPercent(best.value) })
  return t('weekBefore.altWindow', {
    window,
    up: known.filter(({ value }) => signOf(value) === 'up').length,
    down: known.filter(({ value }) => signOf(value) === 'down').length,
    best: best.name,
    high: formatPercent(best.value),
    worst: worst.name,
    low: formatPercent(worst.value),
  })
}
