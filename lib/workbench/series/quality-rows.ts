import type { FactorQuality } from '@/lib/db/queries/get-factor-quality'
import type { ComparisonTerms, QualityRows } from '@/lib/figures/figure'
import { qualityFigures } from '@/lib/figures/quality-note'
import type { Translator } from '@/lib/messages/translate'

/** Information coefficients of one factor, a row a rebalancing, oldest first. */
export type Coefficients = readonly FactorQuality[]

/**
 * A factor's information coefficients over a period. Drawn is that of ranks, which strays less; the other one where no
 * ranks are loaded.
 * @returns null when none lies in the period
 */
export function qualityRows(
  rows: Coefficients,
  { from, to }: Pick<ComparisonTerms, 'from' | 'to'>,
  t: Translator,
): QualityRows | null {
  const shown = rows.filter(({ date }) => date >= from && date <= to)
  const lines = [
    { label: t('seriesChart.rankIc'), values: shown.map(({ rankIc }) => rankIc) },
    { label: t('seriesChart.plainIc'), values: shown.map(({ ic }) => ic) },
  ].filter(({ values }) => values.some((value) => value !== null))
  if (lines.length === 0) return null
  const { mean } = qualityFigures({ lines })
  return {
    shape: 'quality',
    dates: shown.map(({ date }) => date),
    lines,
    mean: mean === null ? null : { value: mean, label: t('seriesChart.mean') },
  }
}
