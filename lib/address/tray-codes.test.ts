import { expect, it } from 'vitest'
import { trayCodes, withoutCode } from './tray-codes'

it('parses codes, each once, and nothing else', () => {
  expect(trayCodes('a,b-1,a,,<b>,c d')).toEqual(['a', 'b-1'])
  expect(trayCodes(null)).toEqual([])
  expect(withoutCode(['a', 'b'], 'a')).toEqual(['b'])
})
