import type { PastWeeks } from '@/lib/analysis/past-weeks'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { FamilyGroup, KeyPoint, PortfolioRow, WindowRow } from '@/lib/report/model/report'

/** Input from which the key points are found. */
export interface KeyPointInput {
  families: FamilyGroup<WindowRow>[]
  factors: WindowRow[]
  portfolios: PortfolioRow[]
  labels: WindowLabels
  /** By code of the series. */
  past: ReadonlyMap<string, PastWeeks>
  /** Earlier weeks that a comparison needs. */
  leastPast: number
  locale: Locale
  t: Translator
}

/** Do month and year to date differ? In January they are the same. */
export function hasOwnMonth({ factors, portfolios }: KeyPointInput): boolean {
  return [...factors, ...portfolios].some(({ primary }) => primary.month.value !== primary.year.value)
}

/** What a sentence is about, in the order of the key points: what concerns the reader most comes first. */
export const TOPICS = [
  'portfolios',
  'portfolioEvents',
  'records',
  'families',
  'factors',
  'longer',
  'unusual',
  'others',
] as const

/** A sentence that may become a key point. */
export interface Candidate extends KeyPoint {
  /** Is the text a clause without a stop? Clauses of one label are joined to one sentence. */
  isClause?: boolean
  topic: (typeof TOPICS)[number]
  /**
   * −ln of the share of past weeks with something similar, the same scale for all kinds of sentences; 0 when unknown.
   */
  rarity: number
  /** Codes of the series that the sentence is about; no series is the subject of two sentences. */
  subjects: string[]
}

/** Lower limit of a share, so that one week in a long history does not outweigh everything. */
const MIN_SHARE = 0.001

/**
 * Returns the rarity of an event.
 * @param share how often something like it, or rarer, was seen before: from 0 to 1; null when the history is too short
 */
export function rarityOf(share: number | null): number {
  return share === null ? 0 : -Math.log(Math.min(1, Math.max(share, MIN_SHARE)))
}

/** Returns the share of known values for which `holds` is true; null when fewer than `least` values are known. */
export function shareOf<Value>(
  values: readonly (Value | null)[],
  least: number,
  holds: (value: Value) => boolean,
): number | null {
  const known = values.filter((value) => value !== null)
  return known.length < least ? null : known.filter(holds).length / known.length
}

/** Returns how often a week was at least as far on this side; null when the history is too short. */
export function tailOf(percentile: number | null, side: 'up' | 'down'): number | null {
  if (percentile === null) return null
  return side === 'up' ? 1 - percentile : percentile
}
