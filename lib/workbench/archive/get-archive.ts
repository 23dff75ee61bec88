import { decadeOf } from '@/lib/address/parameters/archive-parameters'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { spreadOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { issueEnds } from '@/lib/analysis/weeks/find-issue'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { daysBetween, mondayOf, yearOf } from '@/lib/base/dates'
import { ISSUE_KINDS, periodOf } from '@/lib/base/window-kind'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { weekStrip } from '@/lib/report/build/week-strip'
import type { WeekCount } from '@/lib/report/model/report'

export interface Archive {
  /** Code of its market. */
  market: string
  first: string
  last: string
  isDemo: boolean
  /** Number of weeks with trading, of all decades. */
  count: number
  /** First years of the decades with weeks, oldest first. */
  decades: number[]
  /** First year of the decade that is shown. */
  decade: number
  /** The years of that decade, newest first; empty when it has no week. */
  years: ArchiveYear[]
  /** Averages at least as large as this have the full tint, in every decade. Decimal fraction. */
  limit: number
}

interface ArchiveRequest {
  version: number
  convention: Convention
  /** Code of the market; the first one with data when not given. */
  market?: string
  /** First year of the decade to show; the newest with weeks when not given. */
  decade?: number | undefined
}

interface ArchiveYear {
  year: number
  /** Its months and quarters with a report: "2024-08", "2024-Q3". */
  issues: string[]
  /**
   * January first, all twelve. A week belongs to the month of its last trading day; one without trading, to that of its
   * Monday.
   */
  months: WeekCount[][]
}

/** Returns the weeks of a decade with their counts; null when nothing is loaded. */
export async function getArchive({ version, convention, market, decade }: ArchiveRequest): Promise<Archive | null> {
  const days = await getReportDays(version, market)
  if (!days) return null
  const [catalogue, isDemo] = await Promise.all([getCatalogue({ version }), wasDemoLoaded({ version })])
  const windows = tradingWindows(days.reported)
  const { factors } = catalogueForMarket(catalogue, days.market)
  const spans = { days: days.reported, windows: windows.weeks }
  const known = await getSeriesBySpan({ version, kind: 'factor_returns', series: factors, ...spans })
  const returns = known.series.map(
    ({ primary, start }) =>
      (week: Span) =>
        spreadOverSpans({ pair: primary, start, days: known.days }, week, convention),
  )
  const weeks = weekStrip(returns, windows, weeksBetween(days.first, days.last))
  const issues = ISSUE_KINDS.flatMap((kind) => issueEnds(days.reported, kind).map((end) => periodOf(end, kind)))
  const years = byYear(weeks, issues)
  const decades = [...new Set(years.map(({ year }) => decadeOf(year)))].reverse()
  const shown = decade ?? decades.at(-1) ?? decadeOf(Number(yearOf(days.last)))
  return {
    market: days.market,
    first: days.first,
    last: days.last,
    isDemo,
    count: weeks.filter(({ asOf }) => asOf !== null).length,
    decades,
    decade: shown,
    years: years.filter(({ year }) => decadeOf(year) === shown),
    limit: limitOf(weeks),
  }
}

/** Returns the number of ISO weeks from that of one date to that of another, both inclusive. */
function weeksBetween(first: string, last: string): number {
  return daysBetween(mondayOf(first), mondayOf(last)) / 7 + 1
}

function byYear(weeks: WeekCount[], issues: string[]): ArchiveYear[] {
  const years = new Map<number, WeekCount[][]>()
  for (const week of weeks) {
    const [year, month] = (week.asOf ?? week.monday).split('-').map(Number)
    if (year === undefined || month === undefined) continue
    const months = years.get(year) ?? Array.from({ length: 12 }, () => [])
    months[month - 1]?.push(week)
    years.set(year, months)
  }
  const ofYear = (year: number) => issues.filter((period) => Number(yearOf(period)) === year)
  return [...years].map(([year, months]) => ({ year, issues: ofYear(year), months })).reverse()
}

/**
 * Returns the smallest round limit that 95% of the weeks stay within, so that a few extreme weeks do not make all
 * others pale.
 */
export function limitOf(weeks: Pick<WeekCount, 'average'>[]): number {
  const sizes = weeks.flatMap(({ average }) => (average === null ? [] : [Math.abs(average)]))
  const within = (limit: number) => sizes.filter((size) => size <= limit).length
  return LIMITS.find((limit) => within(limit) >= SHARE_WITHIN * sizes.length) ?? LAST_LIMIT
}

const SHARE_WITHIN = 0.95
const LAST_LIMIT = 0.1
const LIMITS = [0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, LAST_LIMIT]
