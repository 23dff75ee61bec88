/** Plain dates as ISO strings, "2024-08-30", and ISO weeks (Monday to Sunday). No time, no zone, no clock. */

export interface IsoWeek {
  /** The ISO year, which differs from the calendar's around New Year. */
  year: number
  /** From 1 to 53. */
  week: number
  monday: string
  sunday: string
}

const DAY_MS = 86_400_000

/** Returns whether `text` is an existing date, written as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && toIso(Date.parse(text)) === text
}

/** Returns the ISO week of a date. 2024-12-30 is in week 1 of 2025. */
export function isoWeekOf(date: string): IsoWeek {
  const monday = mondayOf(date)
  const year = Number(addDays(monday, 3).slice(0, 4))
  const firstMonday = mondayOf(`${year}-01-04`)
  return { year, week: daysBetween(firstMonday, monday) / 7 + 1, monday, sunday: addDays(monday, 6) }
}

/** Returns the Monday of a date's ISO week. */
export function mondayOf(date: string): string {
  const timeMs = Date.parse(date)
  return toIso(timeMs - weekdayOf(timeMs) * DAY_MS)
}

/** Returns the date `days` calendar days later; earlier when `days` is negative. */
export function addDays(date: string, days: number): string {
  return toIso(Date.parse(date) + days * DAY_MS)
}

/** Returns the calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Returns whether a date is a Saturday or a Sunday. */
export function isWeekend(date: string): boolean {
  return weekdayOf(Date.parse(date)) > 4
}

/** Returns the weekday: 0 for Monday, 6 for Sunday. */
function weekdayOf(timeMs: number): number {
  return (new Date(timeMs).getUTCDay() + 6) % 7
}

/** Returns the calendar month as a key: "2024-08-30" → "2024-08". */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/** Returns the calendar year as a key: "2024-08-30" → "2024". */
export function yearOf(date: string): string {
  return date.slice(0, 4)
}

/** Returns the calendar quarter as a key: "2024-08-30" → "2024-3". */
export function quarterOf(date: string): string {
  return `${yearOf(date)}-${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

/** Returns the same day of an earlier year; 28 February if that year has no 29 February. */
export function yearsBefore(date: string, years: number): string {
  const earlier = `${Number(yearOf(date)) - years}${date.slice(4)}`
  return isIsoDate(earlier) ? earlier : `${earlier.slice(0, 8)}28`
}

/** Returns the same day of an earlier month, or its last day: a month before 2024-03-31 is 2024-02-29. */
export function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`no date: ${date}`)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Returns a date as a position on a time axis, in years: 2024-07-02 is 2024.5 in every time zone. */
export function decimalYear(date: string): number {
  const year = Number(yearOf(date))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(date) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

/** Returns the first of ascending dates that is in the ISO week of a date, or after it; the date itself without one. */
export function firstDayOfWeek(days: readonly string[], date: string): string {
  const monday = mondayOf(date)
  return days.find((day) => day >= monday) ?? date
}

/** Returns the last day of each ISO week among ascending dates. */
export function lastDaysOfWeeks(days: string[]): string[] {
  return days.filter((day, index) => {
    const next = days[index + 1]
    return next === undefined || mondayOf(next) !== mondayOf(day)
  })
}

function toIso(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10)
}
