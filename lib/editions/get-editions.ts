/** Which weeks are published, by hand or by themselves. */
import { issueEnds } from '@/lib/analysis/weeks/find-issue'
import { getReportDays, type ReportDays } from '@/lib/analysis/weeks/report-days'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import type { WindowKind } from '@/lib/base/window-kind'
import { getCalendars } from '@/lib/calendar/get-calendars'
import { NO_CALENDAR } from '@/lib/calendar/trading-calendar'
import { readEnv } from '@/lib/db/env'
import { latestVersion } from '@/lib/db/latest-version'
import type { EditionSummary } from './edition-record'
import { getEditionRows } from './get-edition-rows'
import { isCompleteWindow } from './is-complete-window'

/** The newest edition of a week. */
export interface Edition extends Pick<EditionSummary, 'market' | 'asOf' | 'state' | 'version' | 'stamp'> {
  /** null for a week that is published by itself, as of the newest data version. */
  number: number | null
  /** The row in the store; null for a week that is published by itself. */
  row: EditionSummary | null
}

/** Returns whether each complete week is published by itself. */
export function publishesItself(): boolean {
  return readEnv(process.env).PUBLISHING === 'automatic'
}

/** A week, a month or a quarter of a market. */
interface Wanted {
  market: string
  /** A week when not given. */
  window?: WindowKind | undefined
  /** Its last trading day. */
  asOf: string
}

/** Returns the editions of a market that are in the store, newest first: of one window, or of all with this kind. */
export function getEditions(
  wanted: Omit<Wanted, 'window' | 'asOf'> & { window?: WindowKind | null | undefined; asOf?: string },
): Promise<EditionSummary[]> {
  return getEditionRows(wanted)
}

/**
 * Returns the newest edition of a week, a month or a quarter, a withdrawal included; null for a draft. With
 * PUBLISHING=automatic a complete one without a row counts as published as of the newest data version: nothing is stored for
 * it, so that 546 weeks need no rows and 2,000 documents.
 */
export async function editionOf({ market, window = 'week', asOf }: Wanted): Promise<Edition | null> {
  const [row] = await getEditionRows({ market, window, asOf })
  if (row) return stored(row)
  if (!publishesItself()) return null
  const newest = await latestVersion()
  const days = await getReportDays(newest.id, market)
  const isKnown = days !== null && lastDaysOf(days.reported, window).includes(asOf)
  return isKnown && (await isComplete(days, asOf, newest.id, window)) ? automatic(market, asOf, newest) : null
}

/** Returns the edition of the newest week that is published and not withdrawn; null when there is none. */
export async function newestEdition({ market }: { market: string }): Promise<Edition | null> {
  const byWeek = new Map<string, EditionSummary>()
  for (const row of await getEditionRows({ market })) if (!byWeek.has(row.asOf)) byWeek.set(row.asOf, row)
  const holding = [...byWeek.values()].filter(({ state }) => state !== 'withdrawn')
  const [byHand] = holding.sort((one, other) => (one.asOf < other.asOf ? 1 : -1))
  if (!publishesItself()) return byHand ? stored(byHand) : null
  const newest = await latestVersion()
  const days = await getReportDays(newest.id, market)
  const weeks = days === null ? [] : lastDaysOfWeeks(days.reported)
  for (const asOf of weeks.toReversed()) {
    if (byHand && byHand.asOf >= asOf) break
    // Withdrawn by hand.
    if (byWeek.has(asOf) || days === null) continue
    if (await isComplete(days, asOf, newest.id)) return automatic(market, asOf, newest)
  }
  return byHand ? stored(byHand) : null
}

function lastDaysOf(reported: string[], window: WindowKind): string[] {
  return window === 'week' ? lastDaysOfWeeks(reported) : issueEnds(reported, window)
}

/** Returns whether a week, or a month or quarter, is over, by the calendar as of a data version. */
export async function isComplete(
  { market, reported }: ReportDays,
  asOf: string,
  version: number,
  kind: WindowKind = 'week',
): Promise<boolean> {
  const calendar = (await getCalendars({ version })).get(market) ?? NO_CALENDAR
  return isCompleteWindow(kind, asOf, reported, calendar)
}

function stored(row: EditionSummary): Edition {
  const { market, asOf, state, version, stamp, number } = row
  return { market, asOf, state, version, stamp, number, row }
}

function automatic(market: string, asOf: string, { id, stamp }: { id: number; stamp: string }): Edition {
  return { market, asOf, state: 'published', version: id, stamp, number: null, row: null }
}
