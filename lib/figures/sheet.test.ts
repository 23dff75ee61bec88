import { expect, it } from 'vitest'
import { sheetPosition } from './sheet'

it('assigns the lines and the bars of eight series to a sheet each, in the order of the report', () => {
  expect(sheetPosition(1, 32)).toEqual({ shape: 'lines', part: 0, index: 0, count: 8 })
  expect(sheetPosition(2, 32)).toEqual({ shape: 'bars', part: 0, index: 0, count: 8 })
  expect(sheetPosition(16, 32)).toEqual({ shape: 'bars', part: 0, index: 7, count: 8 })
  expect(sheetPosition(17, 32)).toEqual({ shape: 'lines', part: 1, index: 0, count: 8 })
  expect(sheetPosition(32, 32)).toEqual({ shape: 'bars', part: 1, index: 7, count: 8 })
})

it('has a last sheet that is not full', () => {
  expect(sheetPosition(19, 20)).toEqual({ shape: 'lines', part: 1, index: 1, count: 2 })
  expect(sheetPosition(1, 2)).toEqual({ shape: 'lines', part: 0, index: 0, count: 1 })
})
