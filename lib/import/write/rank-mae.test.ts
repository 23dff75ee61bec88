import { describe, expect, it } from 'vitest'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { dailyTable } from '@/lib/store/daily-table'
import { sampleStore } from '@/lib/testing/database/test-store'

const store = sampleStore('database')

const HEAD = 'date,series,ic,rank_ic,rank_mae'
const FILE = [
  HEAD,
  '2022-01-28,skewness,0.0505,0.0908,0.2918',
  '2022-02-28,skewness,-0.0104,-0.0119,0.3074',
  '2022-03-31,skewness,-0.0353,0.0031,0.3035',
  '',
].join('\n')
const quality = (version: number) => getFactorQuality({ version, code: 'skewness', to: '2022-12-31' })

describe('the mean error of ranks', () => {
  it('is loaded beside the coefficients, versioned and exported', async () => {
    const { faults } = await store.load(FILE)
    expect(faults).toEqual([])
    const corrected = FILE.replace('0.3035', '0.3135')
    await store.load(corrected)
    expect((await quality(2)).map(({ rankMae }) => rankMae)).toEqual([0.2918, 0.3074, 0.3035])
    expect((await quality(3)).map(({ rankMae }) => rankMae)).toEqual([0.2918, 0.3074, 0.3135])
    const { columns, pieces } = dailyTable('factor_quality', { version: 3, codes: ['skewness'] })
    const lines = [columns.map(({ name }) => name).join(',')]
    for await (const rows of pieces) lines.push(...rows.map((cells) => cells.join(',')))
    expect([...lines, ''].join('\n')).toBe(corrected)
  })

  it('may stand alone', async () => {
    const { faults } = await store.load('date,series,rank_mae\n2022-01-28,skewness,0.2918\n')
    expect(faults).toEqual([])
    expect(await quality(2)).toEqual([{ date: '2022-01-28', ic: null, rankIc: null, rankMae: 0.2918 }])
  })

  it.each(['-0.01', '1.2'])('is refused as %s, with its place', async (value) => {
    const { faults } = await store.load(`${HEAD}\n2022-01-28,skewness,0.05,0.09,${value}\n`)
    expect(faults).toMatchObject([{ row: 2, column: 'rank_mae', value, rule: 'not-a-rank-error' }])
  })

  it('is not erased by a file without its column', async () => {
    await store.load(FILE)
    const { faults } = await store.load('date,series,ic,rank_ic\n2022-01-28,skewness,0.06,0.09\n')
    expect(faults).toMatchObject([{ rule: 'left-out', column: 'rank_mae' }])
  })
})
