import { expect, it } from 'vitest'
import { NO_CALENDAR } from '@/lib/calendar/trading-calendar'
import { SHANGHAI } from '@/lib/testing/calendar/shanghai'
import { isCompleteWindow } from './is-complete-window'

/** 2024-02-09 to 2024-02-16 were closed for the Spring Festival, the Friday before it included. */
it.each([
  ['2024-08-30', true],
  ['2024-08-29', false],
  ['2024-02-08', true],
  ['2024-02-07', false],
])('a week with data to %s is over: %s', (asOf, isOver) => {
  expect(isCompleteWindow('week', asOf, [asOf], SHANGHAI)).toBe(isOver)
})

it('is over where a later week has data, and on a Friday where the closures are not known', () => {
  expect(isCompleteWindow('week', '2024-08-29', ['2024-08-29', '2024-09-02'], SHANGHAI)).toBe(true)
  expect(isCompleteWindow('week', '2024-08-29', ['2024-08-29'], NO_CALENDAR)).toBe(false)
  expect(isCompleteWindow('week', '2024-08-30', ['2024-08-30'], NO_CALENDAR)).toBe(true)
})

it.each([
  ['month', '2024-08-30', true],
  ['month', '2024-08-29', false],
  ['quarter', '2024-08-30', false],
  ['quarter', '2024-09-30', true],
  ['month', '2024-09-27', false],
] as const)('a %s with data to %s is over: %s', (kind, asOf, isOver) => {
  expect(isCompleteWindow(kind, asOf, [asOf], SHANGHAI)).toBe(isOver)
})
