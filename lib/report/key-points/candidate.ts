import type { WindowLabels } from '@/lib/analysis/trading-windows'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { HISTORY_AT_LEAST } from '@/lib/metrics/percentile-rank'
import type { FactorRow, FamilyGroup, KeyPoint, PortfolioRow } from '@/lib/report/model/report'
import type { PastWeeks } from './past-weeks'

/** What the key points are found in. */
export interface Story {
  families: FamilyGroup[]
  factors: FactorRow[]
  portfolios: PortfolioRow[]
  labels: WindowLabels
  /** By the code of a series. */
  past: ReadonlyMap<string, PastWeeks>
  locale: Locale
  t: Translator
}

/** A sentence that could be told. */
export interface Candidate extends KeyPoint {
  /** One scale for all kinds of sentences: −ln of how often the like of it was seen, or 0 when that is not known. */
  rarity: number
  /** Codes of the series that it is about: none is the subject of two sentences. */
  subjects: string[]
}

/** So that one week in a long history does not outweigh everything for ever. */
const RAREST = 0.001

/** @param share how often something like it, or rarer, was seen before: from 0 to 1; null when the history is too short */
export function rarityOf(share: number | null): number {
  return share === null ? 0 : -Math.log(Math.min(1, Math.max(share, RAREST)))
}

/** Share of the known that are so; null when fewer weeks are known than say anything. */
export function shareOf<Value>(values: readonly (Value | null)[], isSo: (value: Value) => boolean): number | null {
  const known = values.filter((value) => value !== null)
  return known.length < HISTORY_AT_LEAST ? null : known.filter(isSo).length / known.length
}

/** How often a week was at least as far on the side that this one is on; null when the history is too short. */
export function tailOf(percentile: number | null, side: 'up' | 'down'): number | null {
  if (percentile === null) return null
  return side === 'up' ? 1 - percentile : percentile
}
