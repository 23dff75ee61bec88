import { expect, it } from 'vitest'
import { PhraseBook, phraseText } from './phrase'

const CELL = { id: 'a.longShort.week', value: -0.01, percentile: 0.5 }

it('puts figures and names into their slots, in any order', () => {
  const book = new PhraseBook()
  const figure = book.figure(CELL)
  const name = book.name({ code: 'a', shortName: 'GRU(50,2)' })
  expect(book.phrase(`${name}: ${figure}, again ${figure}`)).toEqual([
    { kind: 'name', code: 'a', text: 'GRU(50,2)' },
    { kind: 'text', text: ': ' },
    { kind: 'figure', cell: 'a.longShort.week', value: -0.01, form: 'signed' },
    { kind: 'text', text: ', again ' },
    { kind: 'figure', cell: 'a.longShort.week', value: -0.01, form: 'signed' },
  ])
})

it('leaves a sentence without marks unchanged, and an empty one empty', () => {
  expect(new PhraseBook().phrase('0 and 1')).toEqual([{ kind: 'text', text: '0 and 1' }])
  expect(new PhraseBook().phrase('')).toEqual([])
})

it('distinguishes the tenth slot from the first', () => {
  const book = new PhraseBook()
  const marks = Array.from({ length: 11 }, (_, index) => book.name({ code: String(index), shortName: String(index) }))
  expect(book.phrase(marks[10] ?? '')).toEqual([{ kind: 'name', code: '10', text: '10' }])
})

it('adds a space only where Chinese and Latin letters of two parts meet', () => {
  const book = new PhraseBook()
  const name = book.name({ code: 'a', shortName: 'AI' })
  const read = (marked: string) => phraseText(book.phrase(marked))
  expect(read(`中证${name}超额`)).toBe('中证 AI 超额')
  expect(read(`${name}，中证 ${name} 超额`)).toBe('AI，中证 AI 超额')
  expect(read(`（${book.fact('十', 'b', null)}周）${book.figure(CELL)}`)).toBe('（十周）−1.00%')
})
