/** Several files as one load: checked together, written together or not at all. */
import { expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'
import { importFiles, type LoadOptions } from './import-files'

const store = sampleStore('database')

const NOTHING = { markets: [], families: [], factors: [], portfolios: [], reportIssues: [] }
const FACTOR = { ...SAMPLE_CATALOGUE.factors[0], code: 'turnover', position: 3, familyCode: 'turnover' }
const FAMILY = { code: 'turnover', position: 3, nameZh: '换手', nameEn: 'Turnover' }

/** Loads files in the given order, with their content by name. */
async function load(files: Record<string, string | Uint8Array>, options: LoadOptions = {}): Promise<ImportOutcome[]> {
  const written: { path: string }[] = []
  for (const [name, content] of Object.entries(files)) written.push({ path: await store.write(name, content) })
  return importFiles(written, { today: '2024-08-30', accept: ACCEPTABLE, ...options })
}

const catalogue = (sections: object) => JSON.stringify({ ...NOTHING, ...sections })
const versions = () => prisma.dataVersion.findMany({ where: { id: { gt: 1 } }, orderBy: { id: 'asc' } })

it('loads files in an order in which they can refer to each other, in one transaction', async () => {
  const files = {
    'week.xlsx': TEXT_FORMS.workbook([
      ['date', 'series', 'long', 'short', 'benchmark'],
      ['2024-08-29', 'turnover', '0.01', '0.02', '0.003'],
    ]),
    'day.csv': factorCsv('2024-08-30,turnover,0.011,-0.02,0.003'),
    'factors.json': catalogue({ factors: [FACTOR] }),
    'families.json': catalogue({ families: [FAMILY] }),
  }
  const trial = await load(files, { dryRun: true })
  expect(trial.map(({ version, rowsNew, faultCount }) => [version, rowsNew, faultCount])).toEqual(
    Array.from({ length: 4 }, () => [null, 1, 0]),
  )
  expect(await versions()).toEqual([])
  const outcomes = await load(files)
  expect(outcomes.map(({ file, version }) => [file, version])).toEqual([
    ['week.xlsx', 4],
    ['day.csv', 5],
    ['factors.json', 3],
    ['families.json', 2],
  ])
  expect(
    await prisma.$queryRaw`select count(distinct xmin::text)::int as transactions from data_version where id > 1`,
  ).toEqual([{ transactions: 1 }])
  expect((await load(files)).map(({ version, rowsUnchanged }) => [version, rowsUnchanged])).toEqual(
    Array.from({ length: 4 }, () => [null, 1]),
  )
})

it('writes nothing of any file when one is refused or held, and tells the faults of all of them', async () => {
  const good = factorCsv('2024-08-30,skewness,0.01,0.02,0.003')
  const refused = await load({
    'good.csv': good,
    'late.csv': factorCsv('2024-08-24,skewness,0.01,0.02,0.003'),
    'word.csv': portfolioCsv('2024-08-30,enhanced,x,0.003'),
  })
  expect(refused.map(({ file, version, faults }) => [file, version, faults.map(({ rule }) => rule)])).toEqual([
    ['late.csv', null, ['not-a-trading-day']],
    ['word.csv', null, ['not-a-number']],
  ])
  const held = await load({ 'good.csv': good, 'zero.csv': factorCsv('2024-08-29,network,0,0,0') }, { accept: [] })
  expect(held.map(({ file, holds }) => [file, holds.map(({ rule }) => rule)])).toEqual([['zero.csv', ['zero-day']]])
  expect(await versions()).toEqual([])
  const broken = await load({ 'good.csv': good, 'factors.json': catalogue({ factors: [FACTOR] }) })
  expect(broken).toMatchObject([{ file: 'factors.json', faults: [{ rule: 'catalogue-reference', value: 'turnover' }] }])
  expect(await prisma.factorReturn.count()).toBe(0)
})

it('reports the faults of the catalogue that is wrong, and not of those that wait for it', async () => {
  const wrong = { ...FAMILY, position: 1 }
  const files = { 'factors.json': catalogue({ factors: [FACTOR] }), 'families.json': catalogue({ families: [wrong] }) }
  expect(await load(files)).toMatchObject([
    { file: 'families.json', faultCount: 1, faults: [{ rule: 'catalogue-duplicate' }] },
  ])
})

it('refuses a row that two files have with different values, and names both files and lines', async () => {
  await load({ 'before.csv': factorCsv('2024-08-29,skewness,0.01,0.02,0.003') })
  const percent = [
    'date,series,long(%),short(%),benchmark(%)',
    '2024-08-29,skewness,1,2,0.3',
    '2024-08-30,network,1,-2,3',
    '',
  ]
  const [outcome, ...rest] = await load({
    'same.csv': factorCsv('2024-08-28,network,0.02,0.01,0.03', '2024-08-29,skewness,0.01,0.02,0.003'),
    'percent.csv': percent.join('\n'),
    'other.csv': factorCsv('2024-08-30,network,0.01,-0.02,0.03', '2024-08-29,skewness,0.01,0.02,0.004'),
  })
  expect(rest).toEqual([])
  expect(outcome).toMatchObject({ file: 'other.csv', version: null, faultCount: 1 })
  expect(outcome?.faults).toEqual([
    {
      file: 'other.csv',
      sheet: null,
      row: 3,
      column: null,
      value: '2024-08-29 skewness',
      rule: 'files-disagree',
      remedy:
        'same.csv, line 3 has long 0.01, short 0.02, benchmark 0.003 and this file long 0.01, short 0.02, benchmark 0.004: keep one of the two.',
    },
  ])
  expect(await versions()).toHaveLength(1)
})

it('refuses an entry on which two catalogues disagree, and takes one that both have', async () => {
  const csv = (name: string) => `code,position,nameZh,nameEn\nturnover,3,换手,${name}\n`
  expect(await load({ 'a.json': catalogue({ families: [FAMILY] }), 'b.csv': csv('Trading') })).toMatchObject([
    {
      file: 'b.csv',
      faults: [
        {
          row: 2,
          column: 'nameEn',
          value: 'turnover',
          rule: 'files-disagree',
          remedy: 'a.json, families[0] has another nameEn: keep one of the two.',
        },
      ],
    },
  ])
  expect(await load({ 'a.json': catalogue({ families: [FAMILY] }), 'b.csv': csv('Turnover') })).toMatchObject([
    { version: 2 },
    { version: null, rowsUnchanged: 1 },
  ])
})

it('warns of gaps and early ends only if no file of the load fills them', async () => {
  const one = (date: string, code: string) => factorCsv(`${date},${code},0.01,-0.02,0.003`)
  const both = SAMPLE_CATALOGUE.factors.map((factor) => ({
    ...factor,
    familyCode: 'intraday',
    inception: factor.code === 'network' ? '2024-08-30' : '2024-08-28',
  }))
  const files = {
    'factors.json': catalogue({ factors: both }),
    'friday.csv': one('2024-08-30', 'skewness'),
    'network.csv': one('2024-08-30', 'network'),
    'wednesday.csv': one('2024-08-28', 'skewness'),
  }
  const warnings = (outcomes: ImportOutcome[]) =>
    outcomes.flatMap(({ file, warnings: own }) => own.map(({ rule, series }) => [file, rule, series]))
  expect(warnings(await load(files, { dryRun: true }))).toEqual([['friday.csv', 'gap-of-trading-days', 'skewness']])
  expect(warnings(await load({ ...files, 'thursday.csv': one('2024-08-29', 'skewness') }))).toEqual([])
})

it('judges where a series begins when all files are written', async () => {
  const day = (date: string) => factorCsv(`${date},network,0.01,0.02,0.003`)
  const inception = (date: string) => catalogue({ factors: [{ ...SAMPLE_CATALOGUE.factors[1], inception: date }] })
  const late = (outcomes: ImportOutcome[]) =>
    outcomes.map(({ warnings }) =>
      warnings.filter(({ rule }) => rule === 'begins-late').map(({ series, from, to }) => [series, from, to].join(' ')),
    )
  const cut = { 'c.json': inception('2024-08-28'), 'later.csv': day('2024-08-29') }
  expect(late(await load(cut, { dryRun: true }))).toEqual([[], ['network 2024-08-28 2024-08-29']])
  expect(late(await load({ ...cut, 'first.csv': day('2024-08-28') }))).toEqual([[], [], []])
  const moved = { 'c.json': inception('2024-08-27') }
  expect(late(await load(moved, { dryRun: true }))).toEqual([['network 2024-08-27 2024-08-28']])
  expect(late(await load({ ...moved, 'day.csv': day('2024-08-27') }, { dryRun: true }))).toEqual([[], []])
  const restated = factorCsv('2024-08-28,network,0.02,0.02,0.003')
  expect(late(await load({ ...moved, 'new.csv': restated }))).toEqual([['network 2024-08-27 2024-08-28'], []])
})
