import { describe, expect, it } from 'vitest'
import { dayAt } from './day-at'

const dates = ['2024-01-01', '2024-01-02', '2024-01-08', '2025-01-01']

describe('dayAt', () => {
  it.each([
    [2024, 0],
    [2024 + 1 / 366, 1],
    [2024 + 3 / 366, 1],
    [2024 + 6 / 366, 2],
    [1999, 0],
    [2030, 3],
  ])('finds the nearest day to %f', (x, index) => {
    expect(dayAt(dates, x)).toBe(index)
  })
})
