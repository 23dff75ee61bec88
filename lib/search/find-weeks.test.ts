import { describe, expect, it } from 'vitest'
import { addDays, isoWeekOf } from '@/lib/base/dates'
import { findWeeks } from './find-weeks'

/** Fridays from 2022-01-07 to 2024-08-30, newest first, without one week that had no trading. */
const WEEKS = Array.from({ length: 139 }, (_, index) => addDays('2024-08-30', -7 * index)).filter(
  (day) => day !== '2024-02-16',
)

describe('findWeeks', () => {
  it.each(['2024-08-28', '20240828', '2024/8/28', '2024 年 8 月 28 日', '２０２４-０８-２８'])(
    'finds the week of the day %s',
    (typed) => {
      expect(findWeeks(WEEKS, typed)).toEqual(['2024-08-30'])
    },
  )

  it('returns a day whose week has no report', () => expect(findWeeks(WEEKS, '2024-02-14')).toEqual(['2024-02-14']))

  it.each(['2024-08', '202408', '2024.8', '2024年8月', 'Aug 2024', 'august 2024'])(
    'finds the weeks of the month %s',
    (typed) => {
      expect(findWeeks(WEEKS, typed)).toEqual(['2024-08-30', '2024-08-23', '2024-08-16', '2024-08-09', '2024-08-02'])
    },
  )

  it('counts a week to the month in which it begins as well', () => {
    expect(findWeeks(WEEKS, '2024-07')[0]).toBe('2024-08-02')
  })

  it.each(['第 35 周', '第35', '35周', 'week 35', 'w35', 'W 35', 'wk35'])(
    'finds the week of each year by its number: %s',
    (typed) => {
      const found = findWeeks(WEEKS, typed)
      expect(found).toEqual(['2024-08-30', '2023-09-01', '2022-09-02'])
      expect(found.map((week) => isoWeekOf(week).week)).toEqual([35, 35, 35])
    },
  )

  it.each(['2023 第 35 周', '2023年35周', '2023w35', '2023-W35', 'week 35 of 2023', 'week 35 2023'])(
    'finds one week by %s',
    (typed) => {
      expect(findWeeks(WEEKS, typed)).toEqual(['2023-09-01'])
    },
  )

  it('finds a whole year', () => expect(findWeeks(WEEKS, '2023')).toHaveLength(52))

  it.each(['', 'skewness', '2024-13', '2024-02-30', '35', 'week', 'week 60', 'may', '第周'])(
    'finds none by %j',
    (typed) => {
      expect(findWeeks(WEEKS, typed)).toEqual([])
    },
  )
})
