import { describe, expect, it } from 'vitest'
import { boundsInView, lastInView } from './in-view'

const dates = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']
const whole = { from: '2024-01-01', to: '2024-01-04' }
const middle = { from: '2024-01-02', to: '2024-01-03' }

describe('boundsInView', () => {
  it('includes the base when the whole span is in view', () => {
    expect(boundsInView(dates, [[2, 3, null, 5]], whole, 1)).toEqual([1, 5])
  })

  it('excludes the base in a part of the span, unless that has no values', () => {
    expect(boundsInView(dates, [[1, 3, 4, 9]], middle, 1)).toEqual([3, 4])
    expect(boundsInView(dates, [[1, null, null, 9]], middle, 1)).toEqual([1, 1])
  })

  it('spans all lines', () => {
    expect(
      boundsInView(
        dates,
        [
          [1, 3, 4, 9],
          [1, 2, 8, 9],
        ],
        middle,
        1,
      ),
    ).toEqual([2, 8])
  })
})

describe('lastInView', () => {
  it('returns the last value at or before the edge of the view', () => {
    expect(lastInView(dates, [1, 3, 4, 9], middle)).toEqual({ position: 2, date: '2024-01-03', value: 4 })
    expect(lastInView(dates, [1, 3, null, 9], middle)).toEqual({ position: 1, date: '2024-01-02', value: 3 })
  })

  it('returns null for a line without a value in view', () => {
    expect(lastInView(dates, [1, null, null, 9], middle)).toBeNull()
  })
})
