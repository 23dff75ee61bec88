import { getDataRange } from '@/lib/db/queries/get-data-range'
import { currentScope } from '@/lib/scope/current-scope'
import { type ReplayedWeek, replayedWeek } from './replayed-week'
import { getReportDays, type ReportDays } from './report-days'
import { chooseWeek, type WeekChoice } from './week-choice'

/** A week that has a report. */
export interface FoundWeek {
  days: ReportDays
  /** Last trading day of the week, ISO. */
  asOf: string
  /** Last trading days of the weeks beside it; null where there is none. */
  previous: string | null
  next: string | null
}

/** The result for a date: its week, the date of the week's page, or the reason why there is none. */
export type WeekSearch =
  | ({ kind: 'week' | 'other-date' } & FoundWeek)
  | { kind: 'no-week'; days: ReportDays; choice: Exclude<WeekChoice, { kind: 'report' }>; nearest: string[] }
  | { kind: 'no-data'; markets: string[] }

interface Shown {
  version: number
  /** Code of the market; the first one with data when not given. */
  market?: string | undefined
}

/**
 * Finds the week of a date in a market, as of a data version. Used by pages, downloads, figures and commands.
 * @param date any ISO date; its ISO week is found. Without it, the latest week.
 * @returns `week` when the date is the last trading day of its week, `other-date` when it is another day of that week
 * (`asOf` is then that last day), `no-week` with the nearest weeks when its week has no report, `no-data` with the
 * codes of the markets that have data when this one has none, and for a week of which the current scope has no page
 */
export async function findWeek({ version, market }: Shown, date?: string): Promise<WeekSearch> {
  const days = await getReportDays(version, market)
  const wanted = date ?? days?.reported.at(-1)
  if (!days || wanted === undefined) return { kind: 'no-data', markets: await marketsWithData(version) }
  const choice = chooseWeek(wanted, days.reported)
  if (choice.kind === 'report') {
    const { asOf } = choice
    const { weeks = null } = currentScope()
    if (weeks?.includes(asOf) === false) return { kind: 'no-data', markets: [] }
    // Where only some weeks have pages, none has another beside it.
    const [previous, next] = weeks === null ? [choice.previous, choice.next] : [null, null]
    return { kind: asOf === wanted ? 'week' : 'other-date', days, asOf, previous, next }
  }
  const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
  return { kind: 'no-week', days, choice, nearest }
}

/**
 * Finds the week of a series page as of a date: the week of the last trading day up to that date, cut at that day.
 * @param asOf ISO date; without it, the latest week
 * @param ended last day of a series that has ended: its weeks are those up to it
 * @returns null when the market has no data at all; `week` is null when its data begin after that date
 */
export async function findReplayedWeek(
  { version, market }: Shown,
  asOf?: string,
  ended: string | null = null,
): Promise<{ days: ReportDays; week: ReplayedWeek | null } | null> {
  const days = await getReportDays(version, market)
  const lived = days?.reported.filter((day) => ended === null || day <= ended) ?? []
  return days && { days, week: replayedWeek(lived, asOf) }
}

async function marketsWithData(version: number): Promise<string[]> {
  return (await getDataRange({ version })).map(({ market }) => market)
}
