/** Effects of a load on rows that it leaves out, and of another load at the same time. */
import { Client } from 'pg'
import { expect, it, vi } from 'vitest'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { sampleStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'
import { takeTurn } from './load'

const TODAY = '2024-08-30'
const WAITING = `select count(*)::int as waiting from pg_locks
                 where locktype = 'advisory' and not granted
                   and database = (select oid from pg_database where datname = current_database())`

const store = sampleStore('database')

async function load(content: string | Uint8Array) {
  return store.load(content, { name: 'file' })
}

const BOTH = 'date,series,ic,rank_ic\n2024-07-31,skewness,0.045,0.061\n2024-08-30,skewness,-0.012,0.003\n'

it.each([
  ['a table', 'date,series,ic\n2024-07-31,skewness,0.05\n2024-08-30,skewness,-0.012\n'],
  ['a wide table', 'date,skewness.ic\n2024-07-31,0.05\n2024-08-30,-0.012\n'],
  ['blank cells', 'date,series,ic,rank_ic\n2024-07-31,skewness,0.05,\n2024-08-30,skewness,-0.012,\n'],
])('a coefficient that %s leaves out is not erased', async (_, content) => {
  await load(BOTH)
  expect(await load(content)).toMatchObject({
    version: null,
    faults: [
      {
        rule: 'left-out',
        column: 'rank_ic',
        value: 'skewness',
        remedy: expect.stringContaining('the store has 2 values from 2024-07-31 to 2024-08-30'),
      },
    ],
  })
  const stored = await getFactorQuality({ version: NEWEST, to: TODAY, code: 'skewness' })
  expect(stored.map(({ rankIc }) => rankIc)).toEqual([0.061, 0.003])
})

it('a coefficient that is not stored may be left out, and one cell of a column may be emptied', async () => {
  expect(await load('date,series,ic\n2024-06-28,skewness,0.05\n')).toMatchObject({ rowsNew: 1, faults: [] })
  await load(BOTH)
  const emptied = BOTH.replace('0.045,0.061', '0.045,')
  expect(await load(emptied)).toMatchObject({ rowsRestated: 1, rowsUnchanged: 1, faults: [] })
})

it('a file is read with the catalogue of its turn', async () => {
  const first = new Client({ connectionString: store.url })
  await first.connect()
  await first.query('begin')
  await first.query(takeTurn)
  const factors = SAMPLE_CATALOGUE.factors.map((factor) => ({ ...factor, inception: '2024-08-30' }))
  const path = await store.write('later.json', JSON.stringify({ ...SAMPLE_CATALOGUE, factors }))
  const waiting = (loads: number) =>
    vi.waitFor(async () => expect((await first.query(WAITING)).rows).toEqual([{ waiting: loads }]), 20_000)
  const catalogue = importCatalogue({ path })
  await waiting(1)
  const week = load(
    TEXT_FORMS.workbook([
      ['date', 'series', 'long', 'short', 'benchmark'],
      ['2024-08-29', 'skewness', '0.01', '0.02', '0.003'],
    ]),
  )
  await waiting(2)
  await first.query('rollback')
  await first.end()
  expect(await catalogue).toMatchObject({ version: 2 })
  expect(await week).toMatchObject({ version: null, faults: [{ rule: 'before-inception', value: '2024-08-29' }] })
})
