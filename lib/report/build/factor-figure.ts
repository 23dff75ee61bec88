import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { formatPercent, signOf } from '@/lib/base/format'
import type { FactorsFigure } from '@/lib/figures/figure'
import { allFactors, type FactorRows, type FactorsKind } from '@/lib/figures/figure'
import type { Translator } from '@/lib/messages/translate'
import { type FactorReturns, factorRows } from './factor-rows'

interface FactorFigureRequest {
  kind: FactorsKind
  factors: FactorReturns[]
  labels: WindowLabels
  source: string
  /** Code of their market; absent for the usual one. */
  market?: string | undefined
}

/** A figure of all factors with its caption, its summary in one sentence, and its data. */
export function factorFigure(
  { kind, factors, labels, source, market }: FactorFigureRequest,
  t: Translator,
): FactorsFigure {
  const rows = factorRows(kind, factors, labels)
  const title = t(`weekBefore.${kind}`, { ...labels })
  const isEmpty = rows.factors.every(({ values }) => isNothing(kind, values))
  return {
    kind,
    code: allFactors(market),
    subject: t('weekBefore.allFactors', { count: factors.length }),
    title,
    note: t(`weekBefore.${kind}-note`, { ...labels, many: isMany(factors.length) ? 'yes' : 'no' }),
    source,
    alt: kind === 'week-columns' ? columnsSummary(rows, title, t) : scatterSummary(rows, title, t),
    emptyReason: isEmpty ? t('weekBefore.nothing') : null,
    table: {
      head: [t('weekBefore.factor'), ...rows.windows],
      rows: rows.factors.map(({ name, values }) => [name, ...values.map((value) => formatPercent(value))]),
    },
  }
}

/** More factors than this need longer pictures, and stand as numbers where there is no room for their names. */
export function isMany(factors: number): boolean {
  return factors > 16
}

/** A column needs one of the two values, a point both. */
function isNothing(kind: FactorsKind, values: (number | null)[]): boolean {
  const missing = values.filter((value) => value === null).length
  return kind === 'week-columns' ? missing === 2 : missing > 0
}

/** For each window how many rose and fell, and which most. */
function columnsSummary({ windows, factors }: FactorRows, title: string, t: Translator): string {
  const parts = windows.map((window, index) => {
    const known = factors.flatMap(({ name, values }) => {
      const value = values[index] ?? null
      return value === null ? [] : [{ name, value }]
    })
    const sorted = known.toSorted((a, b) => b.value - a.value)
    const [best, worst] = [sorted[0], sorted.at(-1)]
    if (!best || !worst) return t('weekBefore.altNone', { window })
    return t('weekBefore.altWindow', {
      window,
      up: known.filter(({ value }) => signOf(value) === 'up').length,
      down: known.filter(({ value }) => signOf(value) === 'down').length,
      best: best.name,
      high: formatPercent(best.value),
      worst: worst.name,
      low: formatPercent(worst.value),
    })
  })
  return t('weekBefore.alt', { title, parts: parts.join(t('figures.altSemicolon')) })
}

/** How many factors stand in each quarter. */
function scatterSummary({ windows: [year], factors }: FactorRows, title: string, t: Translator): string {
  const count = (ofYear: string, ofWeek: string) =>
    factors.filter(({ values: [x, y] }) => signOf(x) === ofYear && signOf(y) === ofWeek).length
  const parts = t('weekBefore.altQuarters', {
    year,
    bothUp: count('up', 'up'),
    bothDown: count('down', 'down'),
    weekUp: count('down', 'up'),
    weekDown: count('up', 'down'),
  })
  return t('weekBefore.alt', { title, parts })
}
