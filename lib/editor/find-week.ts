import { findWeek } from '@/lib/analysis/weeks/find-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { Convention } from '@/lib/base/convention'
import { isIsoDate } from '@/lib/base/dates'
import { latestVersion } from '@/lib/db/latest-version'

/** A week of the newest data version. */
export interface EditedWeek {
  version: number
  market: string
  days: ReportDays
  /** Its last trading day. */
  asOf: string
  convention: Convention
}

interface Asked {
  /** Any day of the week, ISO. */
  date: string
  /** The first one with data when not given. */
  market: string | undefined
  convention: Convention
}

/** Returns the week whose texts somebody asks for; null when the newest data have no report of it. */
export async function findEditedWeek({ date, market, convention }: Asked): Promise<EditedWeek | null> {
  if (!isIsoDate(date)) return null
  const { id: version } = await latestVersion()
  const found = await findWeek({ version, market }, date)
  if (found.kind === 'no-data' || found.kind === 'no-week') return null
  return { version, market: found.days.market, days: found.days, asOf: found.asOf, convention }
}
