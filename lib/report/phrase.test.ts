import { expect, it } from 'vitest'
import { PhraseBook } from './phrase'

const CELL = { id: 'a.longShort.week', value: -0.01, percentile: 0.5 }

it('binds figures and names to their places in a sentence, in any order', () => {
  const book = new PhraseBook()
  const figure = book.figure(CELL)
  const name = book.name({ code: 'a', shortName: 'GRU(50,2)' })
  expect(book.phrase(`${name}: ${figure}, again ${figure}`)).toEqual([
    { kind: 'name', code: 'a', text: 'GRU(50,2)' },
    { kind: 'text', text: ': ' },
    { kind: 'figure', cell: 'a.longShort.week', value: -0.01 },
    { kind: 'text', text: ', again ' },
    { kind: 'figure', cell: 'a.longShort.week', value: -0.01 },
  ])
})

it('leaves a sentence without marks whole, and an empty one empty', () => {
  expect(new PhraseBook().phrase('0 and 1')).toEqual([{ kind: 'text', text: '0 and 1' }])
  expect(new PhraseBook().phrase('')).toEqual([])
})

it('tells the tenth slot from the first', () => {
  const book = new PhraseBook()
  const marks = Array.from({ length: 11 }, (_, index) => book.name({ code: String(index), shortName: String(index) }))
  expect(book.phrase(marks[10] ?? '')).toEqual([{ kind: 'name', code: '10', text: '10' }])
})
