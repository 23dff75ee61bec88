import { measuredFactor } from '@/lib/analysis/measured-series'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { wasDemoLoaded } from '@/lib/db/queries/was-demo-loaded'
import { weekStrip } from '@/lib/report/build/week-strip'
import type { WeekCount } from '@/lib/report/model/report'

export interface Archive {
  first: string
  last: string
  isDemo: boolean
  /** Newest year first. */
  years: ArchiveYear[]
  /** Averages at least as large as this have the full tint. Decimal fraction. */
  limit: number
}

interface ArchiveRequest {
  version: number
  convention: Convention
  /** Code of the market; the first one with data when not given. */
  market?: string
}

interface ArchiveYear {
  year: number
  /**
   * January first, all twelve. A week belongs to the month of its last trading day; one without trading, to that of its
   * Monday.
   */
  months: WeekCount[][]
}

/** Returns every week since the first data with its counts; null when nothing is loaded. */
export async function getArchive({ version, convention, market }: ArchiveRequest): Promise<Archive | null> {
  const days = await getReportDays(version, market)
  if (!days) return null
  const [catalogue, returns, isDemo] = await Promise.all([
    getCatalogue({ version }),
    getReturns('factor_returns', { version, to: days.last }),
    wasDemoLoaded({ version }),
  ])
  const { reported } = days
  const byCode = new Map(returns.map((raw) => [raw.code, raw]))
  const series = catalogueForMarket(catalogue, days.market).factors.map((factor) =>
    measuredFactor(factor, byCode.get(factor.code), reported),
  )
  const windows = tradingWindows(reported)
  const weeks = weekStrip(series, windows, convention, windows.weeks.length + SPARE_WEEKS)
  return { first: days.first, last: days.last, isDemo, years: byYear(weeks), limit: limitOf(weeks) }
}

/** Additional weeks, for weeks without trading; no history has more of them. */
const SPARE_WEEKS = 200

function byYear(weeks: WeekCount[]): ArchiveYear[] {
  const years = new Map<number, WeekCount[][]>()
  for (const week of weeks) {
    const [year, month] = (week.asOf ?? week.monday).split('-').map(Number)
    if (year === undefined || month === undefined) continue
    const months = years.get(year) ?? Array.from({ length: 12 }, () => [])
    months[month - 1]?.push(week)
    years.set(year, months)
  }
  return [...years].map(([year, months]) => ({ year, months })).reverse()
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
