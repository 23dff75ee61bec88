import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getFactorReturns } from '@/lib/queries/get-factor-returns'
import { wasDemoLoaded } from '@/lib/queries/was-demo-loaded'
import type { Convention } from '@/lib/view'
import { measuredFactor } from './measured-series'
import type { WeekCount } from './report'
import { getReportDays } from './report-days'
import { tradingWindows } from './trading-windows'
import { weekStrip } from './week-strip'

export interface Archive {
  first: string
  last: string
  isDemo: boolean
  /** Weeks by the calendar year of their last trading day (a week without trading: of its Monday), newest year first. */
  years: { year: number; weeks: WeekCount[] }[]
}

/** Every week since the first data, with its tally; null while nothing is loaded. */
export async function getArchive({
  version,
  convention,
}: {
  version: number
  convention: Convention
}): Promise<Archive | null> {
  const days = await getReportDays(version)
  if (!days) return null
  const [catalogue, returns, isDemo] = await Promise.all([
    getCatalogue(),
    getFactorReturns({ version, to: days.last }),
    wasDemoLoaded({ version }),
  ])
  const { reported } = days
  const byCode = new Map(returns.map((raw) => [raw.code, raw]))
  const series = catalogue.factors.map((factor) => measuredFactor(factor, byCode.get(factor.code), reported))
  const windows = tradingWindows(reported)
  const weeks = weekStrip(series, windows, convention, windows.weeks.length + SPARE_WEEKS)
  return { first: days.first, last: days.last, isDemo, years: byYear(weeks) }
}

/** Weeks without trading keep their place too; more of them than this there are not in a lifetime of data. */
const SPARE_WEEKS = 200

function byYear(weeks: WeekCount[]): Archive['years'] {
  const years = new Map<number, WeekCount[]>()
  for (const week of weeks) {
    const year = Number((week.asOf ?? week.monday).slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), week])
  }
  return [...years].map(([year, yearWeeks]) => ({ year, weeks: yearWeeks })).reverse()
}
