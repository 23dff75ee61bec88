import { type IssueKind, periodOf } from '@/lib/base/window-kind'
import { getDataRange } from '@/lib/db/queries/get-data-range'
import { getReportDays, type ReportDays } from './report-days'

/** A month or a quarter that has an issue. */
export interface FoundIssue {
  days: ReportDays
  /** Its last trading day with data, ISO. */
  asOf: string
  /** Last trading days of the issues beside it; null where there is none. */
  previous: string | null
  next: string | null
}

/** The result for a period: its issue, or the last trading days of the nearest ones. */
export type IssueSearch =
  | ({ kind: 'issue' } & FoundIssue)
  | { kind: 'no-issue'; days: ReportDays; nearest: string[] }
  | { kind: 'no-data'; markets: string[] }

interface Shown {
  version: number
  /** Code of the market; the first one with data when not given. */
  market?: string | undefined
}

/**
 * Finds the issue of a month or a quarter in a market, as of a data version. Used by pages, downloads and commands.
 * @param period "2024-08", "2024-Q3"; without it, the latest
 * @returns `no-issue` when no trading day of the period has data; `no-data` with the markets that have data when this one
 * has none
 */
export async function findIssue({ version, market }: Shown, kind: IssueKind, period?: string): Promise<IssueSearch> {
  const days = await getReportDays(version, market)
  if (!days) return { kind: 'no-data', markets: (await getDataRange({ version })).map((range) => range.market) }
  const ends = issueEnds(days.reported, kind)
  const wanted = period ?? periodOf(days.last, kind)
  const place = ends.findIndex((asOf) => periodOf(asOf, kind) >= wanted)
  const asOf = ends[place]
  if (asOf === undefined || periodOf(asOf, kind) !== wanted) {
    const beside = place < 0 ? [ends.at(-1)] : [ends[place - 1], asOf]
    return { kind: 'no-issue', days, nearest: beside.filter((end) => end !== undefined) }
  }
  return { kind: 'issue', days, asOf, previous: ends[place - 1] ?? null, next: ends[place + 1] ?? null }
}

/** Returns the last day of each month or quarter among ascending dates. */
export function issueEnds(days: readonly string[], kind: IssueKind): string[] {
  return days.filter((day, index) => {
    const next = days[index + 1]
    return next === undefined || periodOf(next, kind) !== periodOf(day, kind)
  })
}
