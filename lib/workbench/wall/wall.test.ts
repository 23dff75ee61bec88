import { describe, expect, it } from 'vitest'
import { periodsOf, type WallParameters, wallParameters } from '@/lib/address/parameters/wall-parameters'
import { PERIOD_NAMES } from '@/lib/analysis/periods'
import type { NamedReturns } from '@/lib/analysis/statistics/named-returns'
import { type FiguredEntry, filterWall, sortWall, withSign } from './wall'

const figuresOf = (week: number | null): NamedReturns =>
  Object.fromEntries(PERIOD_NAMES.map((name) => [name, name === 'week' ? week : null])) as NamedReturns

function seriesOf(code: string, family: string, rebalance: 'weekly' | 'monthly', week: number | null): FiguredEntry {
  const kind = family === 'portfolios' ? 'portfolio' : 'factor'
  const entry = { code, name: `Name ${code.toUpperCase()}`, shortName: code, kind, family, rebalance } as const
  return { ...entry, inception: '2024-01-02', ended: null, figures: figuresOf(week), spark: [], from: '2024-01-02' }
}

const ALL = [
  seriesOf('a', 'intraday', 'monthly', 0.01),
  seriesOf('b', 'intraday', 'weekly', null),
  seriesOf('c', 'flow', 'monthly', -0.02),
  seriesOf('d', 'portfolios', 'weekly', 0.03),
  seriesOf('e', 'flow', 'monthly', 0),
]
const codes = (series: FiguredEntry[]) => series.map(({ code }) => code).join('')

describe('filterWall and withSign', () => {
  it.each([
    [{}, 'abcde'],
    [{ text: ' name C' }, 'c'],
    [{ family: 'flow' }, 'ce'],
    [{ family: 'no-such' }, ''],
    [{ rebalance: 'weekly' }, 'bd'],
    [{ sign: 'week-up' }, 'ad'],
    [{ sign: 'week-down' }, 'c'],
    [{ sign: 'year-up' }, ''],
    [{ sign: 'week-up', rebalance: 'weekly' }, 'd'],
  ] as const)('%o leaves "%s"', (parameters: WallParameters, left) =>
    expect(codes(withSign(filterWall(ALL, parameters), parameters.sign))).toBe(left),
  )
})

describe('sortWall', () => {
  it('puts missing values last in both directions', () => {
    expect(codes(sortWall(ALL, 'week', false))).toBe('daecb')
    expect(codes(sortWall(ALL, 'week', true))).toBe('ceadb')
  })

  it('keeps the order of equal values', () => expect(codes(sortWall(ALL, 'year', true))).toBe('abcde'))
})

describe('wallParameters', () => {
  it('ignores empty form fields', () =>
    expect(wallParameters.parse({ text: '', sign: '', by: 'year', dir: '' })).toEqual({ by: 'year' }))

  it.each([{ sign: 'week' }, { by: 'decade' }, { asOf: '2024-02-30' }, { periods: 'week,week' }, { scale: 'log' }])(
    'refuses %o',
    (parameters) => expect(wallParameters.safeParse(parameters).success).toBe(false),
  )

  it('parses the periods of a list', () => {
    expect(periodsOf('week,year')).toEqual(['week', 'year'])
    expect(periodsOf(undefined)).toEqual(PERIOD_NAMES)
    expect(periodsOf('week,')).toBeNull()
  })
})
