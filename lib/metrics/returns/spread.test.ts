import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { readRValues } from '@/lib/testing/metrics/r-values'
import { periodReturn } from './period-return'
import { spread } from './spread'

const r = readRValues()
const leg = fc.integer({ min: -9_000, max: 20_000 }).map((basisPoints) => basisPoints / 10_000)

it.each([
  ['spreadArithmetic', 'arithmetic'],
  ['spreadGeometric', 'geometric'],
] as const)('agrees with R: %s', (name, convention) =>
  expectNear(spread(periodReturn(r.a), periodReturn(r.b), convention), r.number(name)),
)

it('follows the convention', () => {
  expect(spread(0.1, 0.05, 'arithmetic')).toBeCloseTo(0.05, 15)
  expect(spread(0.1, 0.05, 'geometric')).toBeCloseTo(1.1 / 1.05 - 1, 15)
})

it('is null when either leg is missing', () => {
  expect(spread(null, 0.05, 'arithmetic')).toBeNull()
  expect(spread(0.05, null, 'geometric')).toBeNull()
})

it('has the same sign under both conventions, so that win rates agree', () => {
  fc.assert(
    fc.property(leg, leg, (a, b) => {
      expect(Math.sign(spread(a, b, 'geometric') ?? Number.NaN)).toBe(
        Math.sign(spread(a, b, 'arithmetic') ?? Number.NaN),
      )
    }),
  )
})

it('is reversed by exchanging the legs: sums to 0, compounds to 1', () => {
  fc.assert(
    fc.property(leg, leg, (a, b) => {
      expect(Number(spread(a, b, 'arithmetic')) + Number(spread(b, a, 'arithmetic'))).toBe(0)
      expectNear((1 + Number(spread(a, b, 'geometric'))) * (1 + Number(spread(b, a, 'geometric'))), 1)
    }),
  )
})
