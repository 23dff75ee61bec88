/** For tests: the windows of an issue of a month or a quarter by plain filters over dates, without the product's code. */
import { monthOf, yearOf } from './plain-figures'

export type Kind = 'month' | 'quarter'

export interface PlainIssue {
  /** Days of the issue, and of the two longer windows beside it. */
  running: string[][]
  /** Days of each period of the win rate, the running one last. */
  periods: string[][]
  /** Days of each earlier month or quarter, oldest first. */
  past: string[][]
}

/** Returns the windows of the last day. @param days ascending dates with any row, up to the as-of date */
export function plainIssue(days: string[], kind: Kind): PlainIssue {
  const asOf = days.at(-1) ?? ''
  const within = (keyOf: (day: string) => string) => days.filter((day) => keyOf(day) === keyOf(asOf))
  const keyOf = kind === 'month' ? monthOf : quarterOf
  const keys = [...new Set(days.map(keyOf))]
  const all = keys.map((key) => days.filter((day) => keyOf(day) === key))
  const past = all.slice(0, -1)
  if (kind === 'month') {
    const periods = all.filter((own) => yearOf(own[0] ?? '') === yearOf(asOf))
    return { running: [within(monthOf), within(quarterOf), within(yearOf)], periods, past }
  }
  return { running: [within(quarterOf), within(yearOf), lastYear(days)], periods: all.slice(-8), past }
}

/** Returns the days after the same date a year ago; none where no day is on or before that date. */
function lastYear(days: string[]): string[] {
  const asOf = days.at(-1) ?? ''
  const date = asOf.endsWith('-02-29') ? asOf.replace('-29', '-28') : asOf
  const since = `${Number(yearOf(date)) - 1}${date.slice(4)}`
  return days.some((day) => day <= since) ? days.filter((day) => day > since) : []
}

/** Returns "2024 Q3" for 2024-08-30. */
function quarterOf(day: string): string {
  return `${yearOf(day)} Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`
}
