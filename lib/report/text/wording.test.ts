import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { countWord, listed, ranked } from './wording'

const [zh, en] = [translatorFor('zh'), translatorFor('en')]

it('writes Chinese counts up to 99 in words, others and English in digits', () => {
  const words = [0, 1, 2, 9, 10, 11, 12, 14, 19, 20, 21, 22, 30, 99, 100].map((count) => countWord('zh', count))
  expect(words.join()).toBe('零,一,两,九,十,十一,十二,十四,十九,二十,二十一,二十二,三十,九十九,100')
  expect(countWord('en', 14)).toBe('14')
})

it('has a different word for each number', () => {
  expect(new Set(Array.from({ length: 100 }, (_, count) => countWord('zh', count))).size).toBe(100)
})

it('lists one, two and three', () => {
  expect([['A'], ['A', 'B'], ['A', 'B', 'C']].map((parts) => listed(en, parts))).toEqual(['A', 'A and B', 'A, B and C'])
  expect([['A'], ['A', 'B'], ['A', 'B', 'C']].map((parts) => listed(zh, parts))).toEqual(['A', 'A和B', 'A、B和C'])
  expect(listed(zh, ['A', 'B', 'C'], 'figures')).toBe('A、B、C')
  expect(listed(en, [])).toBe('')
})

it('ranks rows that print a gain or a loss, the strongest first', () => {
  const cells = [0.01, null, -0.02, 0.03, 0.00004, -0.00004, -0.01].map((value, index) => {
    return { id: String(index), value, percentile: null }
  })
  const values = (sign: 'up' | 'down') => ranked(cells, (cell) => cell, sign).map(({ value }) => value)
  expect(values('up')).toEqual([0.03, 0.01])
  expect(values('down')).toEqual([-0.02, -0.01])
})
