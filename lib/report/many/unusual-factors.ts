import type { WindowRow } from '@/lib/report/model/report'
import { isUnusual } from '@/lib/report/text/unusual'

/**
 * Returns the factors whose long-short return of the week is outside the usual band of their past weeks, those first whose
 * week is most standard deviations from the mean week of the last three years.
 */
export function unusualFactors<Row extends Pick<WindowRow, 'primary' | 'standing'>>(rows: readonly Row[]): Row[] {
  const distance = ({ standing }: Row) => Math.abs(standing.zScore ?? 0)
  return rows.filter(({ primary }) => isUnusual(primary.week.percentile)).sort((a, b) => distance(b) - distance(a))
}
