import { expect, it } from 'vitest'
import { sheetPlaceOf } from './sheet'

it('puts the lines and the bars of eight series on a sheet each, in the order of the report', () => {
  expect(sheetPlaceOf(1, 32)).toEqual({ shape: 'lines', part: 0, place: 0, places: 8 })
  expect(sheetPlaceOf(2, 32)).toEqual({ shape: 'bars', part: 0, place: 0, places: 8 })
  expect(sheetPlaceOf(16, 32)).toEqual({ shape: 'bars', part: 0, place: 7, places: 8 })
  expect(sheetPlaceOf(17, 32)).toEqual({ shape: 'lines', part: 1, place: 0, places: 8 })
  expect(sheetPlaceOf(32, 32)).toEqual({ shape: 'bars', part: 1, place: 7, places: 8 })
})

it('knows a last sheet that is not full', () => {
  expect(sheetPlaceOf(19, 20)).toEqual({ shape: 'lines', part: 1, place: 1, places: 2 })
  expect(sheetPlaceOf(1, 2)).toEqual({ shape: 'lines', part: 0, place: 0, places: 1 })
})
