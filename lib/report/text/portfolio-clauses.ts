import { signOf, wholePercent } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { PortfolioRow } from '@/lib/report/model/report'
import { brokenStreak } from './broken-streak'
import { PhraseBook, phraseText } from './phrase'
import { isRecord } from './unusual'
import type { ComparedWeek } from './week-records'
import { countWord, listed } from './wording'

/** A week in this share of weeks at either end comes first in a headline. */
const TAIL = 0.1
/** More portfolios than this are counted instead of named. */
const MAX_NAMED = 2

/** Why the week of a portfolio stands out, the rarest reason first; `usual` when it does not. */
const REASONS = ['record', 'tail', 'turn', 'usual'] as const
type Reason = (typeof REASONS)[number]

interface PortfolioEvent {
  /** Does a portfolio stand out? Then only such portfolios are named. */
  isUnusual: boolean
  /** Empty when no portfolio has a return this week. */
  event: string[]
}

/** Returns the result of the portfolios against their indexes. */
export function portfolioEvent(week: ComparedWeek, locale: Locale, t: Translator): PortfolioEvent {
  const known = week.portfolios.filter((row) => row.primary.week.value !== null)
  const [first, ...others] = known
    .map((row) => ({ row, reason: reasonOf(row, week), side: signOf(row.primary.week.value) }))
    .filter(({ reason }) => reason !== 'usual')
    .sort((a, b) => REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) || distanceOf(b.row) - distanceOf(a.row))
  if (!first) return { isUnusual: false, event: usualResults(known, week, locale, t) }
  const { row, reason, side } = first
  const [other, ...more] = others.filter((each) => each.reason === reason && each.side === side)
  const isPair = other && more.length === 0 && reason !== 'turn'
  return { isUnusual: true, event: [isPair ? pair([row, other.row], reason, t) : result(row, week, locale, t)] }
}

function usualResults(known: PortfolioRow[], week: ComparedWeek, locale: Locale, t: Translator): string[] {
  const sides = known.map((row) => signOf(row.primary.week.value))
  if (known.length > MAX_NAMED) {
    const up = sides.filter((side) => side === 'up').length
    const count = { count: up, up: countWord(locale, up), known: countWord(locale, known.length) }
    return [t('headline.portfolioCount', { ...count, isAll: up === known.length ? 'yes' : 'no' })]
  }
  const isPair = known.length === MAX_NAMED && sides[0] === sides[1] && sides[0] !== 'flat'
  return isPair ? [pair(known, 'usual', t)] : known.map((row) => result(row, week, locale, t))
}

/** Returns "CSI 500 AI and CSI 1000 AI beat their indexes by 0.27% and 0.12%" for two on one side. */
function pair(rows: PortfolioRow[], reason: Reason, t: Translator): string {
  const book = new PhraseBook()
  const listOf = (items: string[], joiner: 'words' | 'figures') => listed(t, items, joiner)
  const text = t('headline.portfolios', {
    side: signOf(rows[0]?.primary.week.value ?? null),
    reason,
    names: listOf(
      rows.map((row) => book.name(row)),
      'words',
    ),
    sizes: listOf(
      rows.map((row) => book.size(row.primary.week)),
      'figures',
    ),
  })
  return phraseText(book.phrase(text))
}

/** Returns "CSI 500 AI lagged its index by 0.70%, the 7th percentile of its weeks". */
function result(row: PortfolioRow, week: ComparedWeek, locale: Locale, t: Translator): string {
  const { value, percentile } = row.primary.week
  const book = new PhraseBook()
  const text = t('headline.portfolio', {
    name: book.name(row),
    side: signOf(value),
    size: book.size(row.primary.week),
    reason: reasonOf(row, week),
    percentile: percentile === null ? '' : t('keyPoints.percentile', { rank: wholePercent(percentile) }),
    weeks: countWord(locale, brokenStreakOf(row, week) ?? 0),
  })
  return phraseText(book.phrase(text))
}

function reasonOf(row: PortfolioRow, week: ComparedWeek): Reason {
  const { value, percentile } = row.primary.week
  if (signOf(value) === 'flat') return 'usual'
  if (isRecord(percentile)) return 'record'
  if (percentile !== null && (percentile <= TAIL || percentile >= 1 - TAIL)) return 'tail'
  return brokenStreakOf(row, week) === null ? 'usual' : 'turn'
}

function brokenStreakOf({ code, primary }: PortfolioRow, { past }: ComparedWeek): number | null {
  return brokenStreak(past.get(code)?.spreads ?? [], primary.week.value)
}

/** Returns the distance from the middle of the past weeks; 0 when the history is too short. */
function distanceOf({ primary: { week } }: PortfolioRow): number {
  return week.percentile === null ? 0 : Math.abs(week.percentile - 0.5)
}
