import { expect, it } from 'vitest'
import { meanOfKnown } from './mean-of-known'

it('leaves out what is missing, and is null without any value', () => {
  expect(meanOfKnown([0.25, null, 0.75])).toBe(0.5)
  expect(meanOfKnown([0])).toBe(0)
  expect(meanOfKnown([null, null])).toBeNull()
  expect(meanOfKnown([])).toBeNull()
})
