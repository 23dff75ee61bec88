import type { PastWeeks } from '@/lib/analysis/past-weeks'
import type { FamilyGroup, WindowRow } from '@/lib/report/model/report'
import type { WeekReturn } from './week-strip'

/** All factors of a week, those that a report of many does not show included. */
export interface WholeWeek {
  families: FamilyGroup<WindowRow>[]
  /** By code of the series, portfolios included; of a factor that is not shown, without its line. */
  past: ReadonlyMap<string, PastWeeks>
  /** Codes of factors that ended before the week. */
  endedFactors: string[]
  /** Of each factor, ended ones included. */
  weekReturns: WeekReturn[]
}
