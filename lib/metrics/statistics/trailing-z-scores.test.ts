import fc from 'fast-check'
import { expect, it } from 'vitest'
import { trailingZScores } from './trailing-z-scores'
import { zScore } from './z-score'

it('is the z-score of each value against those before it', () => {
  const value = fc.option(fc.integer({ min: -1_000, max: 1_000 }).map((basisPoints) => basisPoints / 10_000))
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 60, maxLength: 200 }),
      fc.integer({ min: 52, max: 120 }),
      (values, length) => {
        const from = values.map((_, position) => Math.max(0, position - length))
        const scores = trailingZScores(values, from)
        for (const [position, score] of scores.entries()) {
          const plain = zScore(values[position] ?? null, values.slice(from[position], position))
          if (plain === null || score === null) expect(score).toBe(plain)
          else expect(score).toBeCloseTo(plain, 8)
        }
      },
    ),
    { numRuns: 30 },
  )
})

it('is null where the values before it are all equal, also when they were not before', () => {
  const values = [...Array(60).fill(0.1), 0.3, ...Array(60).fill(0.1), 0.2]
  const from = values.map((_, position) => Math.max(0, position - 60))
  const scores = trailingZScores(values, from)
  expect([scores[60], scores[121]]).toEqual([null, null])
  expect(scores[100]).not.toBeNull()
})
