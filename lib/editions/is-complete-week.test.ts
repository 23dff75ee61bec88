import { expect, it } from 'vitest'
import { NO_CALENDAR } from '@/lib/calendar/trading-calendar'
import { SHANGHAI } from '@/lib/testing/calendar/shanghai'
import { isCompleteWeek } from './is-complete-week'

/** 2024-02-09 to 2024-02-16 were closed for the Spring Festival, the Friday before it included. */
it.each([
  ['2024-08-30', true],
  ['2024-08-29', false],
  ['2024-02-08', true],
  ['2024-02-07', false],
])('a week with data to %s is over: %s', (asOf, isOver) => {
  expect(isCompleteWeek(asOf, [asOf], SHANGHAI)).toBe(isOver)
})

it('is over where a later week has data, and on a Friday where the closures are not known', () => {
  expect(isCompleteWeek('2024-08-29', ['2024-08-29', '2024-09-02'], SHANGHAI)).toBe(true)
  expect(isCompleteWeek('2024-08-29', ['2024-08-29'], NO_CALENDAR)).toBe(false)
  expect(isCompleteWeek('2024-08-30', ['2024-08-30'], NO_CALENDAR)).toBe(true)
})
