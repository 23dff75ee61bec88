import { formatRatio, formatSigned } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import { meanToDeviation } from '@/lib/metrics/mean-to-deviation'
import { moments } from '@/lib/metrics/moments'
import { winRate } from '@/lib/metrics/win-rate'
import type { QualityRows } from './figure'

/** What a factor's information coefficients come to; null where there are too few. None is annualised. */
export interface QualityFigures {
  count: number
  mean: number | null
  /** With n − 1. */
  deviation: number | null
  /** ICIR: mean by standard deviation. */
  ratio: number | null
  /** Share above zero. */
  positive: number | null
}

/** Of the coefficient that is drawn. */
export function qualityFigures({ lines }: Pick<QualityRows, 'lines'>): QualityFigures {
  const values = lines[0]?.values ?? []
  const [found, { wins, periods }] = [moments(values), winRate(values)]
  return {
    count: periods,
    mean: found?.mean ?? null,
    deviation: found?.deviation ?? null,
    ratio: meanToDeviation(values),
    positive: periods === 0 ? null : wins / periods,
  }
}

/** Which coefficient, its span, and what it comes to. */
export function qualityNote(rows: QualityRows, t: Translator): string {
  const { count, mean, deviation, ratio, positive } = qualityFigures(rows)
  return t('seriesChart.icNote', {
    label: rows.lines[0]?.label ?? '',
    from: rows.dates[0] ?? '',
    to: rows.dates.at(-1) ?? '',
    count,
    mean: formatSigned(mean, 3),
    deviation: formatRatio(deviation, 3),
    ratio: formatSigned(ratio),
    share: formatRatio(positive === null ? null : positive * 100, 0),
  })
}
