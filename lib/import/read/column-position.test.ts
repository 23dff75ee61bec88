import { expect, it } from 'vitest'
import { columnPosition } from './column-position'

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [27, 'AB'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('names the column at index %i %s', (index, letters) => {
  expect(columnPosition(index)).toBe(`column ${letters}`)
})
