import { expect, it } from 'vitest'
import { addDays } from '@/lib/base/dates'
import { thinnedLine } from './thinned-line'

/** 95 years of days: a wave with a peak and a trough of one day each, and two gaps around a day alone. */
const dates = Array.from({ length: 26_000 }, (_, day) => addDays('1926-01-02', day))
const ys = dates.map((_, day) => {
  if (day === 7_003) return 9
  if (day === 19_111) return -9
  const isGap = day >= 12_000 && day < 12_500 && day !== 12_250
  return isGap ? null : Math.sin(day / 300)
})

it('keeps the ends, the extremes of every part, gaps and days alone of a long line', () => {
  const thin = thinnedLine({ dates, ys })
  expect(thin.dates.length).toBeLessThan(5_100)
  expect(thin.ys).toHaveLength(thin.dates.length)
  const known = new Map(dates.map((date, day) => [date, ys[day]]))
  expect(thin.dates.map((date) => known.get(date))).toEqual(thin.ys)
  expect(thin.dates).toEqual(thin.dates.toSorted())
  const around = [0, 7_003, 11_999, 12_000, 12_249, 12_250, 12_251, 12_499, 12_500, 19_111, 25_999]
  expect(thin.dates).toEqual(expect.arrayContaining(around.map((day) => dates[day])))
  for (let from = 0; from < dates.length; from += 100) {
    const part = ys.slice(from, from + 100).filter((y) => y !== null)
    const shown = thin.ys.filter((y, index) => {
      const date = thin.dates[index] as string
      return y !== null && date >= (dates[from] as string) && date <= (dates[from + 99] as string)
    })
    if (part.length === 0) continue
    // A group has 21 days, and the wave moves by at most 1/300 a day.
    expect(Math.max(...(shown as number[]))).toBeGreaterThan(Math.max(...(part as number[])) - 21 / 300)
    expect(Math.min(...(shown as number[]))).toBeLessThan(Math.min(...(part as number[])) + 21 / 300)
  }
})

it('leaves a line of up to 5,000 days as it is', () => {
  const line = { dates: dates.slice(0, 5_000), ys: ys.slice(0, 5_000) }
  expect(thinnedLine(line)).toBe(line)
})
