import { isIsoDate } from '@/lib/base/dates'
import type { Refusal } from './parse-return'
import { asciiForm } from './written-number'

const DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))/
const MIDNIGHT = /^[T ]\s*0?0:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)?$/
const SHANGHAI_MIDNIGHT_IN_UTC = /[T ]16:00(:00(\.0+)?)?(Z|\+00:?00)$/
const YEAR_LAST = /^\d{1,2}([-/.])\d{1,2}\1\d{2,4}(?!\d)/
/** Days since 1900 of the years 1927 to 2173. */
const EXCEL_DAY = /^\d{5}$/

const SUMMARY =
  /^(?:(?:grand |sub-?|weekly |monthly )?(?:total|sum|average|avg|mean|median|std|stdev|std dev|max|min|count)(?: returns?)?|[\u4e00-\u9fff\d]{0,6}(?:合\s*计|总\s*计|小\s*计|汇\s*总|累\s*计|平\s*均|均\s*值|中位数|标准差|最[大小高低]值?|年化)(?:[值数]|收益率?|波动率?)?)[.:：]?$/i

/** The refusal of a row that sums up the others. */
export const SUMMARY_REFUSAL: Refusal = { rule: 'summary-row', remedy: 'Remove the row; only daily rows are loaded.' }

/** Returns whether the text names a total or an average: "Total", "合计". */
export function isSummary(text: string): boolean {
  return SUMMARY.test(text)
}

/**
 * Parses a date that is not in the future: 2024-09-02, 2024/9/2, 2024.9.2, 20240902 or 2024年9月2日, also with the time
 * of midnight. The year must come first; otherwise day and month are ambiguous.
 * @param today last allowed ISO date
 */
export function parseDate(text: string, today: string): string | Refusal {
  if (text === '') return { rule: 'empty-cell', remedy: 'Write the date as YYYY-MM-DD.' }
  const date = isoDateOf(text)
  if (date === null && isSummary(text)) return SUMMARY_REFUSAL
  if (date === null) return { rule: 'not-a-date', remedy: remedyFor(text) }
  return date > today ? { rule: 'in-the-future', remedy: `Today is ${today}; correct the date.` } : date
}

/** Returns the date in such a text as an ISO date; null when it is no date. */
export function isoDateOf(text: string): string | null {
  if (isIsoDate(text)) return text
  return partsOfDate(asciiForm(text))
}

function partsOfDate(text: string): string | null {
  const day = DAY.exec(text)
  if (day === null) return null
  const [whole, year, , ...parts] = day
  const [month = '', date = ''] = parts.filter((part) => part !== undefined)
  const rest = text.slice(whole.length)
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isIsoDate(iso) && (rest === '' || MIDNIGHT.test(rest)) ? iso : null
}

function remedyFor(text: string): string {
  if (SHANGHAI_MIDNIGHT_IN_UTC.test(text)) {
    return 'Remove the time. If it is midnight in Shanghai written in UTC, use the Shanghai date; in pandas: dt.tz_convert("Asia/Shanghai").dt.date.'
  }
  if (YEAR_LAST.test(text)) {
    return 'Write the year first, as YYYY-MM-DD: day and month look the same; in Excel, format the cells as yyyy-mm-dd.'
  }
  if (EXCEL_DAY.test(text)) return 'Write the date as YYYY-MM-DD; in Excel, format the cells as yyyy-mm-dd.'
  return 'Write a date that exists as YYYY-MM-DD, without a time.'
}
