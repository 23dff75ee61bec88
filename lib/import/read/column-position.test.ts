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
])('calls place %i column %s', (place, letters) => {
  expect(columnPosition(place)).toBe(`column ${letters}`)
})
