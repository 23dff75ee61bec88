import { expect, it } from 'vitest'
import { figureRows } from '@/lib/figures/figure-rows'
import { figureTexts } from '@/lib/figures/page-figure'
import type { FactorReturns } from '@/lib/figures/rows/row-sources'
import { translatorFor } from '@/lib/messages/translate'
import type { FigureContext } from './figure-kind'

const CONTEXT: FigureContext = {
  asOf: '2024-08-30',
  locale: 'en',
  convention: 'arithmetic',
  names: [],
  t: translatorFor('en'),
}
const FACTORS: FactorReturns[] = [
  { number: 1, name: 'A', week: -0.01, month: null, year: 0.02 },
  { number: 2, name: 'B', week: null, month: 0.03, year: 0.04 },
  { number: 3, name: 'C', week: 0.02, month: -0.01, year: -0.05 },
  { number: 4, name: 'D', week: 0.02, month: 0.01, year: null },
]

it('shows week and month, sorted by the week, ties in the order of the report, missing values last', () => {
  expect(figureRows('week-columns', { factors: FACTORS }, CONTEXT)).toEqual({
    shape: 'columns',
    windows: ['Week', 'Aug'],
    factors: [
      { number: 3, name: 'C', values: [0.02, -0.01] },
      { number: 4, name: 'D', values: [0.02, 0.01] },
      { number: 1, name: 'A', values: [-0.01, null] },
      { number: 2, name: 'B', values: [null, 0.03] },
    ],
  })
})

it('shows the year on the horizontal axis and the week on the vertical one', () => {
  const rows = figureRows('week-scatter', { factors: FACTORS }, CONTEXT)
  expect(rows).toMatchObject({ windows: ['2024', 'Week'] })
  expect(rows).toHaveProperty('factors', expect.arrayContaining([{ number: 1, name: 'A', values: [0.02, -0.01] }]))
})

function texts(kind: 'week-columns' | 'week-scatter', factors: FactorReturns[]) {
  const rows = figureRows(kind, { factors }, CONTEXT)
  if (rows === null) throw new Error('a figure of factors has rows')
  return figureTexts({ kind, rows }, CONTEXT)
}

it('counts rises and falls in one sentence, and prints a dash for a missing value', () => {
  const { alt, table, emptyReason } = texts('week-columns', FACTORS)
  expect(alt).toBe(
    'Long–short returns: week and Aug: Week: 2 up and 1 down, C highest at +2.00%, A lowest at −1.00%; Aug: 2 up and 1 down, B highest at +3.00%, C lowest at −1.00%.',
  )
  expect(table.rows.at(-1)).toEqual(['B', '—', '+3.00'])
  expect(emptyReason).toBeNull()
})

it('counts the quadrants of the scatter', () => {
  expect(texts('week-scatter', FACTORS).alt).toBe(
    'This week vs 2024 year to date: 0 factors up in both the week and 2024, 0 down in both, 1 up in the week but down in 2024, 1 down in the week but up in 2024.',
  )
})

it('gives a reason when nothing can be drawn', () => {
  const [, withoutWeek] = FACTORS
  if (!withoutWeek) throw new Error('B is gone')
  expect(texts('week-scatter', [withoutWeek]).emptyReason).not.toBeNull()
  expect(texts('week-columns', [withoutWeek]).emptyReason).toBeNull()
  expect(texts('week-columns', []).emptyReason).not.toBeNull()
})
