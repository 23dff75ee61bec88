import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { yearOf } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'

/** Returns "本周", "8 月", "2024"; "Week", "Aug", "2024". */
export function windowLabels(asOf: string, locale: Locale, t: Translator): WindowLabels {
  return {
    week: t('windows.week'),
    month: monthLabel(asOf, locale, t),
    year: t('windows.year', { year: yearOf(asOf) }),
  }
}

/** Returns the month of an ISO date: "8 月", "Aug". */
export function monthLabel(date: string, locale: Locale, t: Translator): string {
  const month = locale === 'zh' ? String(Number(date.slice(5, 7))) : ENGLISH_MONTH.format(new Date(date))
  return t('windows.month', { month })
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' })
