import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { factorFigure } from './factor-figure'
import { type FactorReturns, factorRows } from './factor-rows'

const LABELS = { week: 'Week', month: 'Aug', year: '2024' }
const FACTORS: FactorReturns[] = [
  { number: 1, name: 'A', week: -0.01, month: null, year: 0.02 },
  { number: 2, name: 'B', week: null, month: 0.03, year: 0.04 },
  { number: 3, name: 'C', week: 0.02, month: -0.01, year: -0.05 },
  { number: 4, name: 'D', week: 0.02, month: 0.01, year: null },
]

it('puts the week beside the month, the highest week first, ties in the order of the report, none last', () => {
  expect(factorRows('week-columns', FACTORS, LABELS)).toEqual({
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

it('puts the year across and the week upwards', () => {
  const { windows, factors } = factorRows('week-scatter', FACTORS, LABELS)
  expect(windows).toEqual(['2024', 'Week'])
  expect(factors.find(({ name }) => name === 'A')?.values).toEqual([0.02, -0.01])
})

function figure(kind: 'week-columns' | 'week-scatter', factors: FactorReturns[]) {
  return factorFigure({ kind, factors, labels: LABELS, source: 'S' }, translatorFor('en'))
}

it('says in one sentence how many rose and fell, and prints a dash for what is missing', () => {
  const { alt, table, emptyReason } = figure('week-columns', FACTORS)
  expect(alt).toBe(
    'Long–short returns of the week and of Aug: Week 2 up and 1 down, C highest at +2.00%, A lowest at −1.00%; Aug 2 up and 1 down, B highest at +3.00%, C lowest at −1.00%.',
  )
  expect(table.rows.at(-1)).toEqual(['B', '—', '+3.00'])
  expect(emptyReason).toBeNull()
})

it('counts the quarters of the scatter', () => {
  expect(figure('week-scatter', FACTORS).alt).toBe(
    'The week against 2024 to date: 0 factors up in both the week and 2024, 0 down in both, 1 up in the week and down in 2024, 1 the other way round.',
  )
})

it('has a reason where nothing can be drawn', () => {
  const [, withoutWeek] = FACTORS
  if (!withoutWeek) throw new Error('B is gone')
  expect(figure('week-scatter', [withoutWeek]).emptyReason).not.toBeNull()
  expect(figure('week-columns', [withoutWeek]).emptyReason).toBeNull()
  expect(figure('week-columns', []).emptyReason).not.toBeNull()
})
