/** One small bad file for each rule, and the location of its fault. */
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import type { FoundFault } from '@/lib/import/outcome/fault'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { importFile } from './import-file'

type ExpectedFault = Omit<FoundFault, 'remedy'>

interface BadFile {
  name: string
  content: string | Uint8Array
  faults: ExpectedFault[]
}

const TODAY = '2024-08-30'
const GOOD = '2024-08-29,skewness,0.01,-0.02,0.003'

const store = sampleStore()

const FILES: BadFile[] = [
  { name: 'empty', content: '', faults: [{ rule: 'empty-file' }] },
  { name: 'blank lines alone', content: '\n\r\n\n', faults: [{ rule: 'empty-file' }] },
  { name: 'a byte-order mark alone', content: '\uFEFF', faults: [{ rule: 'empty-file' }] },
  { name: 'header only', content: factorCsv(), faults: [{ rule: 'header-only', row: 1 }] },
  {
    name: 'bytes of no encoding in line 3',
    content: Buffer.concat([Buffer.from(factorCsv(GOOD)), Buffer.from([0xe9, 0x2c, 0x0a])]),
    faults: [{ rule: 'wrong-encoding', row: 3 }],
  },
  {
    name: 'UTF-16 without a byte-order mark',
    content: Buffer.from(factorCsv(GOOD), 'utf16le'),
    faults: [{ rule: 'wrong-encoding' }],
  },
  {
    name: 'a quote that is not closed',
    content: factorCsv('2024-08-30,"skewness,0,0,0', GOOD),
    faults: [{ rule: 'malformed-csv', row: 2 }],
  },
  { name: 'no header', content: `${GOOD}\n${GOOD}\n`, faults: [{ rule: 'unknown-layout', row: 1, value: GOOD }] },
  {
    name: 'a column less and one too many',
    content: `date,series,long,shrt,benchmark\n${GOOD}\n`,
    faults: [
      { rule: 'unknown-column', row: 1, column: 'shrt' },
      { rule: 'missing-column', row: 1, column: 'short' },
    ],
  },
  {
    name: 'legs of both kinds',
    content: `date,series,long,short,portfolio,benchmark\n${GOOD},0\n`,
    faults: [{ rule: 'unknown-column', row: 1, column: 'portfolio' }],
  },
  {
    name: 'a column twice',
    content: `date,series,long,short,benchmark,Long\n${GOOD},0\n`,
    faults: [{ rule: 'duplicate-column', row: 1, column: 'long' }],
  },
  {
    name: 'rows too short and too long',
    content: factorCsv('2024-08-30,skewness,0.01', GOOD, '2024-08-30,skewness,0,0,0,0'),
    faults: [
      { rule: 'cell-count', row: 2, value: '2024-08-30,skewness,0.01' },
      { rule: 'cell-count', row: 4, value: '2024-08-30,skewness,0,0,0,0' },
    ],
  },
  {
    name: 'a quotation mark within a cell',
    content: factorCsv(GOOD, '2024-08-30,skew"ness,0,0,0'),
    faults: [{ rule: 'malformed-csv', row: 3 }],
  },
  badCell({ date: '2024-02-30' }, { rule: 'not-a-date', column: 'date', value: '2024-02-30' }),
  badCell({ date: '30/08/2024' }, { rule: 'not-a-date', column: 'date', value: '30/08/2024' }),
  badCell({ date: '2024/8/32' }, { rule: 'not-a-date', column: 'date', value: '2024/8/32' }),
  badCell({ date: '2024/8/24' }, { rule: 'not-a-trading-day', column: 'date', value: '2024/8/24' }),
  {
    name: 'a day twice, written in two ways',
    content: factorCsv(GOOD, '2024/8/29,skewness,0,0,0'),
    faults: [{ rule: 'duplicate-row', row: 3, value: '2024-08-29 skewness' }],
  },
  badCell({ date: '' }, { rule: 'empty-cell', column: 'date', value: '' }),
  badCell({ date: '2024-08-31' }, { rule: 'in-the-future', column: 'date', value: '2024-08-31' }),
  badCell({ date: '2024-08-24' }, { rule: 'not-a-trading-day', column: 'date', value: '2024-08-24' }),
  badCell({ date: '2024-02-09' }, { rule: 'not-a-trading-day', column: 'date', value: '2024-02-09' }),
  badCell({ date: '2013-12-31' }, { rule: 'before-inception', column: 'date', value: '2013-12-31' }),
  badCell({ series: 'network', date: '2016-12-30' }, { rule: 'before-inception', column: 'date', value: '2016-12-30' }),
  badCell({ series: 'skewnes' }, { rule: 'unknown-series', column: 'series', value: 'skewnes' }),
  badCell({ series: '' }, { rule: 'empty-cell', column: 'series', value: '' }),
  badCell({ series: 'enhanced' }, { rule: 'other-kind-of-series', column: 'series', value: 'enhanced' }),
  badCell({ short: '' }, { rule: 'leg-missing', column: 'short', value: '' }),
  badCell({ short: 'n/a' }, { rule: 'leg-missing', column: 'short', value: 'n/a' }),
  badCell({ short: '1.09%' }, { rule: 'mixed-units', column: 'short', value: '1.09%' }),
  badCell({ short: 'NaN' }, { rule: 'leg-missing', column: 'short', value: 'NaN' }),
  badCell({ short: '-Infinity' }, { rule: 'not-finite', column: 'short', value: '-Infinity' }),
  badCell({ short: '1e999' }, { rule: 'not-finite', column: 'short', value: '1e999' }),
  badCell({ short: '-1' }, { rule: 'total-loss', column: 'short', value: '-1' }),
  badCell({ short: '-1.5' }, { rule: 'total-loss', column: 'short', value: '-1.5' }),
  badCell({ short: '0.51' }, { rule: 'over-limit', column: 'short', value: '0.51' }),
  badCell({ short: '-0.51' }, { rule: 'over-limit', column: 'short', value: '-0.51' }),
  {
    name: 'a factor in a file of portfolios',
    content: portfolioCsv('2024-08-30,skewness,0,0'),
    faults: [{ rule: 'other-kind-of-series', row: 2, column: 'series', value: 'skewness' }],
  },
  {
    name: 'a row twice, with another value',
    content: factorCsv(GOOD, '2024-08-30,skewness,0,0,0', '2024-08-29,skewness,0,0,0'),
    faults: [{ rule: 'duplicate-row', row: 4, value: '2024-08-29 skewness' }],
  },
  {
    name: 'many faults at once',
    content: factorCsv('2024-08-24,skewness,x,,-2', GOOD, '2025-01-02,nobody,0,0,0'),
    faults: [
      { rule: 'not-a-trading-day', row: 2, column: 'date', value: '2024-08-24' },
      { rule: 'not-a-number', row: 2, column: 'long', value: 'x' },
      { rule: 'leg-missing', row: 2, column: 'short', value: '' },
      { rule: 'total-loss', row: 2, column: 'benchmark', value: '-2' },
      { rule: 'in-the-future', row: 4, column: 'date', value: '2025-01-02' },
      { rule: 'unknown-series', row: 4, column: 'series', value: 'nobody' },
    ],
  },
]

it.each(FILES)('refuses $name', async ({ content, faults }) => {
  const path = await store.write('bad.csv', content)
  const outcome = await importFile({ path, today: TODAY })
  const locations = outcome.faults.map(({ remedy: _, ...location }) => location)
  expect(locations).toEqual(
    faults.map((fault) => ({ file: 'bad.csv', sheet: null, row: null, column: null, value: null, ...fault })),
  )
  expect(outcome).toMatchObject({ version: null, rowsNew: 0, faultCount: faults.length })
  expect(await prisma.factorReturn.count()).toBe(0)
})

describe('the remedy', () => {
  it.each([
    ['names both lines of a duplicate', factorCsv(GOOD, GOOD), 'Keep line 2 or line 3.'],
    ['says how to add a series', factorCsv('2024-08-29,nobody,0,0,0'), 'add the factor to the catalogue file'],
    ['shows a percentage as a fraction', factorCsv('2024-08-29,skewness,1.09,0,0'), '1.09% is 0.0109'],
    ['knows a decimal comma', factorCsv('2024-08-29,skewness,"0,0109",0,0'), 'Use a decimal point'],
    ['says since when the series is', factorCsv('2016-12-30,network,0,0,0'), 'begins on 2017-01-03'],
    [
      'says why the market was closed',
      factorCsv('2024-02-09,skewness,0,0,0'),
      'closed on 2024-02-09 (Spring Festival)',
    ],
    ['says that a day is on a weekend', factorCsv('2024-08-31,skewness,0,0,0'), '2024-08-31 is on a weekend'],
  ])('%s', async (_, content, remedy) => {
    const { faults } = await store.load(content, { name: 'bad.csv', today: '2027-12-31' })
    expect(faults.map((fault) => fault.remedy).join()).toContain(remedy)
  })
})

it('shortens a value that is long', async () => {
  const path = await store.write('bad.csv', factorCsv(`2024-08-29,${'x'.repeat(10_000)},0,0,0`))
  const { faults } = await importFile({ path, today: TODAY })
  expect(faults[0]?.value).toHaveLength(81)
})

/** Makes a file whose line 2 is valid and whose line 3 has one bad cell. */
function badCell(cells: { date?: string; series?: string; short?: string }, fault: ExpectedFault): BadFile {
  const { date, series, short } = { date: '2024-08-30', series: 'skewness', short: '0', ...cells }
  const row = [date, series, '0', short, '0'].join()
  return { name: `line "${row}"`, content: factorCsv(GOOD, row), faults: [{ row: 3, ...fault }] }
}
