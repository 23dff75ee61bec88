import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import type { Unit } from './unit'

const DAYS = shanghaiDays('2024-08-01', '2024-08-30')
const NAV = [1.0047, 1.0003, 0.9889, 0.9831, 0.9748, 0.9692, 0.9595, 0.96, 0.9519, 0.9559]
const table = (values: number[], shown: (value: number) => string) =>
  factorCsv(
    ...values.map((value, at) => `${DAYS[at]},skewness,${[value, value + 0.01, value + 0.02].map(shown).join()}`),
  )

describe('levels are named', () => {
  it.each([
    ['near 1', table(NAV, String), null],
    ['near 1, declared percent', table(NAV, String), 'percent'],
    ['near 1, declared decimal', table(NAV, String), 'decimal'],
    ['near 100', table(NAV, (value) => (value * 100).toFixed(2)), null],
    ['near 100, with percent signs', table(NAV, (value) => `${(value * 100).toFixed(2)}%`), null],
    ['of an index', table(NAV, (value) => (value * 5_000).toFixed(1)), null],
    ['of three days', table(NAV.slice(0, 3), String), null],
  ] as const)('%s', async (_, text, unit) => {
    const faults = await read(text, unit)
    expect(faults.map(({ rule, column, row }) => [rule, column, row])).toEqual(
      ['long', 'short', 'benchmark'].map((column) => ['levels', column, 2]),
    )
    expect(JSON.stringify(faults)).not.toMatch(/--unit|dailyReturnMax/)
  })

  it('in one leg of two, where the other has daily returns', async () => {
    const rows = NAV.map((value, at) => `${DAYS[at]},enhanced,${value},${at % 2 ? 0.01 : -0.01}`)
    expect(await read(portfolioCsv(...rows))).toMatchObject([{ rule: 'levels', column: 'portfolio', value: '1.0047' }])
  })

  it('beside legs that are constant', async () => {
    const rows = NAV.map((_, at) => `${DAYS[at]},skewness,${(1 + at / 1_000).toFixed(3)},1.01,1.02`)
    expect(await read(factorCsv(...rows))).toMatchObject([{ rule: 'levels', column: 'long', value: '1.000' }])
  })

  it('in a wide table', async () => {
    const rows = NAV.map((value, at) => `${DAYS[at]},${value},${value + 0.01},${value + 0.02}`)
    const text = ['date,skewness.long,skewness.short,skewness.benchmark', ...rows].join('\n')
    expect(await read(text)).toMatchObject([{ column: 'skewness.long' }, { rule: 'levels' }, { rule: 'levels' }])
  })
})

describe('returns are not taken for levels', () => {
  it('of a day, all of them positive percentages', async () => {
    const faults = await read(
      factorCsv('2024-08-30,skewness,1.09,1.08,1.1', '2024-08-30,network,1.07,1.1,1.1'),
      'percent',
    )
    expect(faults).toEqual([])
  })

  it('in any unit', async () => {
    const percent = fc.double({ min: -8, max: 8, noNaN: true }).map((value) => Number(value.toFixed(2)))
    const week = fc.array(percent, { minLength: 5, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(week, async (values) => {
        fc.pre(values.some((value) => value < 0))
        const text = factorCsv(...values.map((value, at) => `${DAYS[at]},skewness,${value},${value},${value}`))
        expect((await read(text, 'percent')).filter(({ rule }) => rule === 'levels')).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

async function read(text: string, unit: Unit | null = null) {
  const faults = new FaultLog('week.csv')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit, as: null }
  await readFileContent(new TextEncoder().encode(text), settings, faults)
  return faults.kept
}
