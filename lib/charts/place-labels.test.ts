import { expect, it } from 'vitest'
import { placeLabels } from './place-labels'

const BOUNDS = { left: 0, right: 300, top: 0, bottom: 200 }
const at = (x: number, y: number, widthPx = 60) => ({ x, y, widthPx })

it('puts a name on the right if there is space, else on the left, above or below', () => {
  expect(placeLabels([at(100, 100)], [0], BOUNDS)).toEqual(['right'])
  expect(placeLabels([at(280, 100)], [0], BOUNDS)).toEqual(['left'])
  expect(placeLabels([at(150, 100, 200)], [0], BOUNDS)).toEqual(['top'])
  expect(placeLabels([at(150, 12, 200)], [0], BOUNDS)).toEqual(['bottom'])
})

it('places names in the given order, and leaves out names without space', () => {
  const crowd = [at(100, 100), at(110, 100), at(120, 100)]
  expect(placeLabels(crowd, [1], { ...BOUNDS, top: 90, bottom: 110 })).toEqual([null, null, null])
  expect(placeLabels(crowd, [2, 0, 1], { ...BOUNDS, top: 90, bottom: 110 })).toEqual(['left', null, 'right'])
})
