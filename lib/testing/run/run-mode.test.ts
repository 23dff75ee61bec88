import { expect, it } from 'vitest'
import { sampleOf, TEST_SEED } from './run-mode'

it('draws the same sample for the same name, in the order of the list and without repetition', () => {
  const members = Array.from({ length: 100 }, (_, index) => index)
  const sample = sampleOf('numbers', members, 10)
  expect(sampleOf('numbers', members, 10)).toEqual(sample)
  expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b))
  expect([10, 100]).toContain(sample.length)
  expect(sampleOf('other numbers', members, 10)).not.toEqual(process.env.TEST_LONG === '1' ? [] : sample)
})

it('returns the whole of a short list', () => {
  expect(sampleOf('letters', ['a', 'b'], 3)).toEqual(['a', 'b'])
})

it('has one seed for all processes of a run', () => {
  expect(TEST_SEED).toBe(process.env.TEST_SEED)
})
