import { mean, sampleCorrelation, sampleVariance } from 'simple-statistics'
import { expect, test } from 'vitest'
import { clusteredNoise, slowWave } from './noise'
import { createRandom } from './random'

const DRAWS = 50_000

test('uniform, normal and t have the documented mean and variance', () => {
  const random = createRandom('moments')
  const draw = (next: () => number) => Array.from({ length: DRAWS }, next)
  const uniform = draw(random.uniform)
  expect(mean(uniform)).toBeCloseTo(0.5, 1)
  expect(uniform.every((value) => value >= 0 && value < 1)).toBe(true)
  for (const values of [draw(random.normal), draw(random.studentT)]) {
    expect(Math.abs(mean(values))).toBeLessThan(0.02)
    expect(Math.abs(sampleVariance(values) - 1)).toBeLessThan(0.05)
  }
})

test('one seed gives one stream, another an unrelated one', () => {
  const [first, again, other] = ['a', 'a', 'b'].map((seed) => clusteredNoise(seed, 5_000))
  expect(first).toEqual(again)
  expect(Math.abs(sampleCorrelation(first ?? [], other ?? []))).toBeLessThan(0.05)
})

test('a longer stream begins with the shorter one', () => {
  expect(clusteredNoise('a', 20).slice(0, 10)).toEqual(clusteredNoise('a', 10))
})

test('noise has variance 1 and clusters; a wave lasts', () => {
  const noise = clusteredNoise('noise', DRAWS)
  expect(Math.abs(sampleVariance(noise) - 1)).toBeLessThan(0.15)
  expect(lagged(noise)).toBeCloseTo(0, 1)
  expect(lagged(noise.map(Math.abs))).toBeGreaterThan(0.1)
  const wave = slowWave('wave', DRAWS)
  expect(Math.abs(sampleVariance(wave) - 1)).toBeLessThan(0.2)
  expect(lagged(wave)).toBeGreaterThan(0.98)
})

/** Returns the correlation of each value with the previous one. */
function lagged(values: number[]): number {
  return sampleCorrelation(values.slice(1), values.slice(0, -1))
}
