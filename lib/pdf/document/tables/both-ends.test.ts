import { describe, expect, it } from 'vitest'
import { bothEnds } from './both-ends'

const rowsOf = (values: (number | null)[]) => values.map((value, index) => ({ name: `r${index}`, value }))
const namesOf = (values: (number | null)[], most: number) => {
  const { highest, lowest } = bothEnds(rowsOf(values), ({ value }) => value, most)
  return [highest, lowest].map((rows) => rows.map(({ name }) => name))
}

describe('bothEnds', () => {
  it('has the highest and the lowest, each from high to low', () => {
    expect(namesOf([0.01, -0.03, 0.05, 0.02, -0.01, 0.04], 4)).toEqual([
      ['r2', 'r5'],
      ['r4', 'r1'],
    ])
  })

  it('keeps the order of equal values, and leaves out rows without one', () => {
    expect(namesOf([0, null, 0, 0, null, 0], 2)).toEqual([['r0'], ['r5']])
  })

  it('names no row twice when few have a value', () => {
    expect(namesOf([null, 0.01, null, 0.02, null, 0.03], 4)).toEqual([['r5', 'r3'], ['r1']])
  })

  it('refuses rows that need no choice', () => {
    expect(() => namesOf([0.01, 0.02], 2)).toThrow(RangeError)
  })
})
