import { quarterOf, yearOf } from '@/lib/base/dates'
import type { IssueKind } from '@/lib/base/window-kind'
import type { Translator } from '@/lib/messages/translate'
import type { Summary } from '@/lib/report/model/report'

/** Returns the name of the week, the month or the quarter of a report: "Week 35", "August 2024", "Q3 2024". */
export function periodName({ window, week }: Pick<Summary, 'window' | 'week'>, t: Translator): string {
  return window === 'week' ? t('week.number', { week: week.isoWeek }) : issueName(week.asOf, window, t)
}

/** Returns the name of the month or the quarter of a date. */
export function issueName(date: string, window: IssueKind, t: Translator): string {
  const year = yearOf(date)
  if (window === 'quarter') return t('issues.quarter', { year, quarter: quarterOf(date).slice(-1) })
  return t('issues.month', { year, month: `m${Number(date.slice(5, 7))}` })
}
