import { describe, expect, it } from 'vitest'
import { replayedWeek } from './replayed-week'

describe('replayedWeek', () => {
  const days = ['2024-01-04', '2024-01-05', '2024-01-08', '2024-01-12', '2024-01-22', '2024-01-23']
  it.each([
    [undefined, { asOf: '2024-01-23', previous: '2024-01-12', next: null }],
    ['2024-01-18', { asOf: '2024-01-12', previous: '2024-01-05', next: '2024-01-23' }],
    ['2024-01-08', { asOf: '2024-01-08', previous: '2024-01-05', next: '2024-01-23' }],
    ['2024-01-05', { asOf: '2024-01-05', previous: null, next: '2024-01-12' }],
    ['2023-12-29', null],
  ])('%s', (date, weeks) => expect(replayedWeek(days, date)).toEqual(weeks))
})
