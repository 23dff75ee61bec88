import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { quarterOf, yearOf } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import type { Translator } from '@/lib/messages/translate'

/**
 * Returns "本周", "8 月", "2024"; "Week", "Aug", "2024". Of a month "8 月", "三季度", "2024 年"; of a quarter "三季度", "2024 年",
 * "近一年".
 * @param t of the kind of the report
 */
export function windowLabels(asOf: string, locale: Locale, t: Translator, kind: WindowKind = 'week'): WindowLabels {
  const month = monthLabel(asOf, locale, t)
  const year = t('windows.year', { year: yearOf(asOf) })
  if (kind === 'week') return { week: t('windows.week'), month, year }
  const quarter = t('windows.quarter', { quarter: quarterOf(asOf).slice(-1) })
  return kind === 'month'
    ? { week: month, month: quarter, year }
    : { week: quarter, month: year, year: t('windows.oneYear') }
}

/** Returns the month of an ISO date: "8 月", "Aug". */
export function monthLabel(date: string, locale: Locale, t: Translator): string {
  const month = locale === 'zh' ? String(Number(date.slice(5, 7))) : ENGLISH_MONTH.format(new Date(date))
  return t('windows.month', { month })
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })
