import { expect, it } from 'vitest'
import { groupsOnPage, partOf } from './wall-pages'

/** Returns groups whose series are numbers: their index among all. */
function groups(...sizes: number[]) {
  let next = 0
  return sizes.map((size) => ({ series: Array.from({ length: size }, () => next++) }))
}

it('shows each series on exactly one page, in order', () => {
  const all = groups(100, 50, 3, 200)
  const seen = ['1', '2', '3', '4', '5'].flatMap((page) =>
    groupsOnPage(all, partOf(353, { page })).flatMap(({ series }) => series),
  )
  expect(seen).toEqual(Array.from({ length: 353 }, (_, index) => index))
  expect(groupsOnPage(all, partOf(353, { page: '2' })).map(({ series }) => series.length)).toEqual([20, 50, 3, 7])
})

it('has one page for few or none, and shows the last page for a larger number', () => {
  expect(partOf(14, {})).toEqual({ page: 1, pages: 1, from: 0, to: 14 })
  expect(partOf(0, { page: '3' })).toEqual({ page: 1, pages: 1, from: 0, to: 0 })
  expect(partOf(81, { page: '9' })).toEqual({ page: 2, pages: 2, from: 80, to: 81 })
})
