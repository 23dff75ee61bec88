import { expect, it } from 'vitest'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { chooseWeek } from './week-choice'

// Weeks that end on 2024-02-02, 02-08, 02-23 and 02-27: the exchange was closed from the 9th to the 18th, and the data
// end on a Tuesday.
const DAYS = shanghaiDays('2024-02-01', '2024-02-27')

it.each(['2024-02-19', '2024-02-21', '2024-02-23', '2024-02-25'])(
  '%s leads to the last trading day of its week',
  (date) => {
    expect(chooseWeek(date, DAYS)).toEqual({
      kind: 'report',
      asOf: '2024-02-23',
      previous: '2024-02-08',
      next: '2024-02-27',
    })
  },
)

it('ends a week before a holiday that cuts it', () => {
  expect(chooseWeek('2024-02-09', DAYS)).toMatchObject({
    asOf: '2024-02-08',
    previous: '2024-02-02',
    next: '2024-02-23',
  })
})

it('ends the running week with the data', () => {
  expect(chooseWeek('2024-03-01', DAYS)).toMatchObject({ kind: 'report', asOf: '2024-02-27', next: null })
})

it('has no week before the first', () => {
  expect(chooseWeek('2024-01-29', DAYS)).toMatchObject({ kind: 'report', asOf: '2024-02-02', previous: null })
})

it('names the weeks beside a week without trading', () => {
  expect(chooseWeek('2024-02-14', DAYS)).toEqual({
    kind: 'no-trading',
    monday: '2024-02-12',
    sunday: '2024-02-18',
    previous: '2024-02-08',
    next: '2024-02-23',
  })
})

it('names the nearest report for a week before or after the data', () => {
  expect(chooseWeek('2013-06-05', DAYS)).toMatchObject({ kind: 'before-data', previous: null, next: '2024-02-02' })
  expect(chooseWeek('2024-03-04', DAYS)).toMatchObject({ kind: 'after-data', previous: '2024-02-27', next: null })
})
