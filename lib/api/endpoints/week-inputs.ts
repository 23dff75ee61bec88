import { getReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { positionAfter } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { getChosenInputs } from '@/lib/report/build/get-report-inputs'
import type { ReportInputs } from '@/lib/report/model/inputs'

interface WeekRequest {
  version: number
  locale: Locale
  convention: Convention
  market?: string | undefined
  asOf?: string | undefined
}

/** Returns the inputs of the report as of the last trading day up to a date; null when the market has no data up to it. */
export async function getWeekInputs({ market, asOf, ...shown }: WeekRequest): Promise<ReportInputs | null> {
  const days = await getReportDays(shown.version, market)
  const last = days?.reported[positionAfter(days.reported, asOf ?? days.last) - 1]
  return days && last !== undefined ? getChosenInputs({ ...shown, asOf: last, days }) : null
}
