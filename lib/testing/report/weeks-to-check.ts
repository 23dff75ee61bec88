import { sampleOf } from '@/lib/testing/run/run-mode'
import { weekOf } from './plain-figures'

/**
 * Starts of data and of portfolios, New Years, weeks shortened by holidays, weeks of one and two days, the last week.
 */
const NAMED_WEEKS = [
  ...['2014-01-03', '2014-01-10', '2014-01-30', '2014-12-31', '2015-01-09', '2015-12-31', '2016-01-08', '2016-02-05'],
  ...['2016-12-30', '2017-01-06', '2017-01-13', '2017-01-26', '2018-01-05', '2018-02-14', '2018-12-28', '2019-01-04'],
  ...['2019-05-10', '2019-09-30', '2019-10-11', '2020-01-03', '2020-01-23', '2020-12-31', '2021-01-08', '2021-09-30'],
  ...['2021-12-31', '2022-01-07', '2022-12-30', '2023-01-06', '2023-09-28', '2023-12-29', '2024-01-05', '2024-02-08'],
  ...['2024-08-30'],
]

/** Returns the last trading day of each week of ascending trading days. */
export function weekEnds(days: readonly string[]): string[] {
  return days.filter((day, index) => weekOf(day) !== weekOf(days[index + 1] ?? '9999-12-31'))
}

/**
 * Returns ends of weeks in order: all weeks with an unusual calendar, and `count` of the others, drawn by the name of
 * the sample; in a long run, every week.
 */
export function weeksToCheck(ends: readonly string[], sample: string, count: number): string[] {
  const named = new Set(NAMED_WEEKS.map(weekOf))
  const drawn = sampleOf(
    sample,
    ends.filter((end) => !named.has(weekOf(end))),
    count,
  )
  return ends.filter((end) => named.has(weekOf(end)) || drawn.includes(end))
}
