import { pathWith } from '@/lib/address/parameters/packed'
import type { WallQuestion } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import type { SummaryRow } from '@/lib/report/model/report'

/** The wall with what is asked of it, and `change` of that; undefined asks nothing. */
export function wallPath(path: string, question: WallQuestion, change: WallQuestion = {}): string {
  return pathWith(path, { ...question, ...change })
}

/** The page of one series of it, as of the same week. */
export function seriesPath({ code, longExcess }: SummaryRow, { parameters }: View): string {
  return pathWith(`${longExcess ? '/factors' : '/portfolios'}/${code}`, { asOf: parameters.asOf || null })
}
