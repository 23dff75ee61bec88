import { isIsoDate, isoWeekOf, mondayOf } from '@/lib/base/dates'

/**
 * Finds the weeks that a typed text names: by a day or month ("2024-08-30", "20240830", "2024 年 8 月", "Aug 2024"), by a
 * number ("第 35 周", "week 35", "2024 w35"), or by a year alone.
 * @param weeks last trading days of the weeks, newest first
 * @returns the matching weeks, newest first; for a day in a week without a report, that day, which leads to the nearest
 * weeks
 */
export function findWeeks(weeks: readonly string[], typed: string): string[] {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const day = dayIn(text)
  if (day !== null) {
    const monday = mondayOf(day)
    return [weeks.find((week) => mondayOf(week) === monday) ?? day]
  }
  const month = monthIn(text)
  if (month !== null) return weeks.filter((week) => isoWeekTouches(week, month))
  const numbered = numberIn(text)
  if (numbered === null) return []
  const { year, week } = numbered
  return weeks.filter((asOf) => {
    const own = isoWeekOf(asOf)
    return (week === null || own.week === week) && (year === null || own.year === year)
  })
}

const DAY = /^(\d{4})(?:(\d{2})(\d{2})|\s*[-/.年 ]\s*(\d{1,2})\s*[-/.月 ]\s*(\d{1,2})\s*日?)$/
const MONTH = /^(\d{4})(?:(\d{2})|\s*[-/.年 ]\s*(\d{1,2})\s*月?)$/
const NAMED_MONTH = /^([a-z]{3,9})\.?\s+(\d{4})$/
const YEAR = /^(\d{4})\s*年?$/
const WEEK =
  /^(?:(\d{4})\s*年?[-\s]*)?(?:第\s*(\d{1,2})\s*周?|(\d{1,2})\s*周|w(?:eek|k)?\s*(\d{1,2}))(?:\s*(?:of|,)?\s*(\d{4}))?$/
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

function dayIn(text: string): string | null {
  const [, year, packedMonth, packedDay, month = packedMonth, day = packedDay] = DAY.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}

/** Parses a month, as "2024-08". */
function monthIn(text: string): string | null {
  const [, name = '', namedYear] = NAMED_MONTH.exec(text) ?? []
  const position = MONTHS.findIndex((month) => name !== '' && month.startsWith(name))
  if (namedYear !== undefined && position >= 0) return `${namedYear}-${String(position + 1).padStart(2, '0')}`
  const [, year, packed, month = packed] = MONTH.exec(text) ?? []
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null
  return `${year}-${month.padStart(2, '0')}`
}

/** Returns whether any day of the week with this last trading day is in the month. */
function isoWeekTouches(asOf: string, month: string): boolean {
  return asOf.startsWith(month) || isoWeekOf(asOf).monday.startsWith(month)
}

function numberIn(text: string): { year: number | null; week: number | null } | null {
  const [, onlyYear] = YEAR.exec(text) ?? []
  if (onlyYear !== undefined) return { year: Number(onlyYear), week: null }
  const match = WEEK.exec(text)
  if (match === null) return null
  const [, before, first, second, third, after] = match
  const year = before ?? after
  return { year: year === undefined ? null : Number(year), week: Number(first ?? second ?? third) }
}
