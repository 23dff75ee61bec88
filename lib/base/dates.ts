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
/** Weekday of 1970-01-01, with which the numbers of weeks begin. */
const THURSDAY = 3

/** The first full year of the Gregorian calendar. ISO 8601 leaves earlier ones to agreement, and PostgreSQL has no year 0. */
const FIRST_YEAR = 1583

/** Days that every month has. */
const SHORTEST_MONTH = 28

/** Returns whether `text` is an existing date since 1583, written as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(yearOf(text)) < FIRST_YEAR) return false
  return !Number.isNaN(Date.parse(text)) && toIso(Date.parse(text)) === text
}

/** Returns the ISO week of a date. 2024-12-30 is in week 1 of 2025. */
export function isoWeekOf(date: string): IsoWeek {
  const monday = mondayOf(date)
  const year = Number(addDays(monday, 3).slice(0, 4))
  const firstMonday = mondayOf(`${year}-01-04`)
  return { year, week: daysBetween(firstMonday, monday) / 7 + 1, monday, sunday: addDays(monday, 6) }
}

/**
 * Returns the Monday of a date's ISO week. Histories of 95 years ask for 26,000 of them several times, so a Monday in the
 * same month is found without a `Date`, in a tenth of the time.
 */
export function mondayOf(date: string): string {
  const day = digitsAt(date, 8, 2)
  const weekday = (((dayNumberOf(date) + THURSDAY) % 7) + 7) % 7
  return day > weekday ? `${date.slice(0, 8)}${TWO_DIGITS[day - weekday]}` : addDays(date, -weekday)
}

/** Returns the number of a date's ISO week: the same for all days of a week, and one more in the next week. */
export function weekNumberOf(date: string): number {
  return Math.floor((dayNumberOf(date) + THURSDAY) / 7)
}

/**
 * Returns the days from 1970-01-01 to a date, without a `Date`: those of whole years that begin in March, so that a leap
 * day is the last of its year, of whole months, and of the month.
 */
export function dayNumberOf(date: string): number {
  const month = digitsAt(date, 5, 2)
  const year = digitsAt(date, 0, 4) - (month < 3 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + daysSinceMarch(month) + digitsAt(date, 8, 2) - MARCH_1970
}

/** Returns the days from 1 March to the first day of a month: five months from March or August on have 153 days. */
function daysSinceMarch(month: number): number {
  return Math.floor((153 * ((month + 9) % 12) + 2) / 5)
}
/** What the sum above is for 1970-01-01. */
const MARCH_1970 = 719_469
const TWO_DIGITS = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, '0'))

/** Reads some digits of a date. */
function digitsAt(date: string, from: number, length: number): number {
  let value = 0
  for (let position = from; position < from + length; position++) value = 10 * value + date.charCodeAt(position) - ZERO
  return value
}

const ZERO = '0'.charCodeAt(0)

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
  return monthsBefore(date, 12 * years)
}

/** Returns the same day of an earlier month, or its last day: a month before 2024-03-31 is 2024-02-29. */
export function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) throw new RangeError(`no date: ${date}`)
  // Every month has these days: the year alone changes, and nothing is computed.
  if (months % 12 === 0 && day <= SHORTEST_MONTH)
    return `${String(year - months / 12).padStart(4, '0')}${date.slice(4)}`
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
  return days[positionFrom(days, mondayOf(date))] ?? date
}

/** Returns the position of the first of ascending dates that is on or after `date`; their number when there is none. */
export function positionFrom(days: readonly string[], date: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as string) < date) low = middle + 1
    else high = middle
  }
  return low
}

/** Returns the position of the first of ascending dates that is after `date`; their number when there is none. */
export function positionAfter(days: readonly string[], date: string): number {
  const position = positionFrom(days, date)
  return days[position] === date ? position + 1 : position
}

/** Returns the last day of each ISO week among ascending dates. */
export function lastDaysOfWeeks(days: string[]): string[] {
  return days.filter((day, index) => {
    const next = days[index + 1]
    return next === undefined || weekNumberOf(next) !== weekNumberOf(day)
  })
}

function toIso(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10)
}
