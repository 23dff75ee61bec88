import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { dailyReturn } from '@/lib/testing/metrics/return-arbitraries'
import { linkContributions } from './link-contributions'

/** Days of three contributions and a benchmark; the portfolio's return is their sum. */
const days = fc.array(
  fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: -0.05, max: 0.05, noNaN: true })), dailyReturn),
  {
    minLength: 1,
    maxLength: 40,
  },
)

interface Window {
  contributions: number[][]
  portfolio: number[]
  benchmark: number[]
}

function windowOf(rows: number[][]): Window {
  const column = (at: number) => rows.map((row) => row[at] ?? Number.NaN)
  const contributions = [0, 1, 2].map(column)
  const benchmark = column(3)
  const portfolio = benchmark.map((base, day) => contributions.reduce((sum, daily) => sum + (daily[day] ?? 0), base))
  return { contributions, portfolio, benchmark }
}

const growth = (returns: number[]) => returns.reduce((product, each) => product * (1 + each), 1)
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

it('adds up to the excess of the window under either convention, without a rest', () => {
  fc.assert(
    fc.property(days, (rows) => {
      const { contributions, portfolio, benchmark } = windowOf(rows)
      const [whole, base] = [growth(portfolio), growth(benchmark)]
      expectNear(sumOf(linkContributions(contributions, portfolio, benchmark, 'arithmetic') ?? []), whole - base)
      expectNear(sumOf(linkContributions(contributions, portfolio, benchmark, 'geometric') ?? []), whole / base - 1)
    }),
  )
})

it('weights days by the mean of 1 / x from 1 + b to 1 + p, which is what a difference of logarithms is', () => {
  fc.assert(
    fc.property(days, (rows) => {
      const { contributions, portfolio, benchmark } = windowOf(rows)
      const weights = benchmark.map((base, day) => meanInverse(1 + base, 1 + (portfolio[day] ?? 0)))
      const whole = meanInverse(growth(benchmark), growth(portfolio))
      const wanted = contributions.map((daily) => sumOf(daily.map((part, day) => part * (weights[day] ?? 0))) / whole)
      expectNear(linkContributions(contributions, portfolio, benchmark, 'arithmetic'), wanted)
    }),
  )
})

/** Integrates 1 / x between two numbers over their distance: Simpson's rule on 2,000 intervals, without a logarithm. */
function meanInverse(from: number, to: number): number {
  const intervals = 2_000
  const at = (step: number) => 1 / (from + ((to - from) * step) / intervals)
  let sum = at(0) + at(intervals)
  for (let step = 1; step < intervals; step++) sum += (step % 2 === 1 ? 4 : 2) * at(step)
  return sum / (3 * intervals)
}

it('agrees with two days computed by hand', () => {
  // 10 % against 0 %, then 0 % against 10 %: the window has no excess, and 1.1 on both sides.
  const linked = linkContributions(
    [
      [0.1, 0],
      [0, -0.1],
    ],
    [0.1, 0],
    [0, 0.1],
    'arithmetic',
  )
  const weight = Math.log(1.1) / 0.1
  expectNear(linked, [0.1 * weight * 1.1, -0.1 * weight * 1.1])
})

it('leaves a single day as it is', () => {
  expectNear(linkContributions([[0.003], [-0.001]], [0.012], [0.01], 'arithmetic'), [0.003, -0.001])
  expectNear(linkContributions([[0], [0]], [0.01], [0.01], 'geometric'), [0, 0])
})

it('spreads a rest of rounding by size, and refuses a larger one', () => {
  expectNear(linkContributions([[0.003], [-0.001]], [0.0120008], [0.01], 'arithmetic'), [0.0030006, -0.0009998])
  expectNear(linkContributions([[0], [0]], [0.0100008], [0.01], 'arithmetic'), [0.0000004, 0.0000004])
  expect(linkContributions([[0.003], [-0.001]], [0.0120011], [0.01], 'arithmetic')).toBeNull()
})

it('is null for an empty window, and for a day without return or contributions', () => {
  expect(linkContributions([[]], [], [], 'arithmetic')).toBeNull()
  expect(linkContributions([[0.01, null]], [0.01, 0.01], [0, 0.01], 'arithmetic')).toBeNull()
  expect(linkContributions([[0.01, 0]], [0.01, null], [0, 0.01], 'arithmetic')).toBeNull()
  expect(linkContributions([[0.01, 0]], [0.01, 0.01], [0, null], 'arithmetic')).toBeNull()
})

it('throws without a component, and for different lengths', () => {
  expect(() => linkContributions([], [0.01], [0], 'arithmetic')).toThrow(RangeError)
  expect(() => linkContributions([[0.01, 0]], [0.01], [0], 'arithmetic')).toThrow(RangeError)
})
