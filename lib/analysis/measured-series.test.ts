import { expect, it } from 'vitest'
import { measuredFactor, measuredPortfolio, within } from './measured-series'

const DAYS = ['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30']
const ENTRY = { code: 'skewness', inception: '2024-08-27', ended: null }

it('aligns returns with trading days; missing days and days before inception have none', () => {
  const raw = {
    code: 'skewness',
    dates: ['2024-08-26', '2024-08-27', '2024-08-29', '2024-08-30'],
    long: [0.9, 0.1, 0.3, 0.4],
    short: [0.9, -0.1, -0.3, -0.4],
    benchmark: [0.9, 0, 0.01, 0.02],
  }
  expect(measuredFactor(ENTRY, raw, DAYS)).toEqual({
    ...ENTRY,
    primary: { leg: [null, 0.1, null, 0.3, 0.4], against: [null, -0.1, null, -0.3, -0.4] },
    excess: { leg: [null, 0.1, null, 0.3, 0.4], against: [null, 0, null, 0.01, 0.02] },
  })
})

it('leaves out returns on days without trading and after the last day', () => {
  const raw = {
    code: 'enhanced',
    dates: ['2024-08-25', '2024-08-28', '2024-09-02'],
    portfolio: [9, 1, 9],
    benchmark: [8, 0, 8],
  }
  const { primary, excess } = measuredPortfolio({ code: 'enhanced', inception: '2014-01-02', ended: null }, raw, DAYS)
  expect(primary).toEqual({ leg: [null, null, 1, null, null], against: [null, null, 0, null, null] })
  expect(excess).toBeNull()
})

it('has no return when the store has none', () => {
  expect(measuredFactor(ENTRY, undefined, DAYS).primary.leg).toEqual([null, null, null, null, null])
})

it('cuts half-open spans', () => {
  expect(within([0.1, null, 0.3, 0.4], { from: 1, to: 3 })).toEqual([null, 0.3])
})
