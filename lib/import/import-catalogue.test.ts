import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { verifyStore } from '@/lib/cli/verify'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getReportIssue, localisedIssue } from '@/lib/db/queries/get-report-issue'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import { emptyStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'
import { importCatalogue } from './import-catalogue'
import { importFile } from './import-file'

const { reportIssues } = SAMPLE_CATALOGUE
const SERIES = storedSeries(SAMPLE_CATALOGUE)
const US = { code: 'US', nameZh: '美股', nameEn: 'US', dailyReturnMax: 0.9 }

const store = emptyStore('database')

async function load(content: unknown) {
  return importCatalogue({ path: await write(content) })
}

function write(content: unknown): Promise<string> {
  return store.write('catalogue.json', typeof content === 'string' ? content : JSON.stringify(content))
}

/** Returns the sample with changed fields in one row. */
function sampleWith(section: keyof CatalogueFile, index: number, fields: Record<string, unknown>) {
  const rows = SAMPLE_CATALOGUE[section].map((row, rowIndex) => (rowIndex === index ? { ...row, ...fields } : row))
  return { ...SAMPLE_CATALOGUE, [section]: rows }
}

/** Returns what the store holds of a catalogue: CN has the calendar of its exchange when the file names none. */
function storedSeries({ markets, families, factors, portfolios, indices }: CatalogueFile) {
  const usual = { calendar: 'XSHG', tradingDaysPerYear: null }
  const goesOn = { ended: null, endedReasonZh: null, endedReasonEn: null, ownKeyPoint: false }
  return {
    markets: markets.map((market) => ({ ...market, ...usual })),
    families,
    factors: factors.map((factor) => ({ ...factor, ...goesOn })),
    portfolios: portfolios.map((portfolio) => ({ ...portfolio, ...goesOn })),
    indices,
  }
}

describe('a catalogue', () => {
  it('is stored as given, and creates a version', async () => {
    expect(await load(SAMPLE_CATALOGUE)).toMatchObject({
      version: 1,
      rowsNew: 7,
      rowsRestated: 0,
      series: [],
      faults: [],
    })
    expect(await getCatalogue({ version: NEWEST })).toEqual(SERIES)
    expect(await storedIssue('2024-08-30', 1)).toEqual(inBothLanguages(reportIssues[0]))
    expect(await storedIssue('2024-08-23', 1)).toEqual([null, null])
    expect(await getLatestVersion()).toMatchObject({
      id: 1,
      kind: 'catalogue',
      sourceName: 'catalogue.json',
      rowsNew: 7,
    })
  })

  it('creates no version when it changes nothing', async () => {
    await load(SAMPLE_CATALOGUE)
    expect(await load(SAMPLE_CATALOGUE)).toMatchObject({ version: null, rowsNew: 0, rowsUnchanged: 7 })
  })

  it.each([
    ['a text', sampleWith('markets', 0, { nameEn: 'Mainland China' })],
    ['a date', sampleWith('factors', 0, { inception: '2015-01-05' })],
    ['a bound', sampleWith('portfolios', 0, { roundTripCostBps: 40 })],
    ['a list', sampleWith('reportIssues', 0, { related: [] })],
  ])('creates a version when it changes %s', async (_, changed) => {
    await load(SAMPLE_CATALOGUE)
    expect(await load(changed)).toMatchObject({ version: 2, rowsNew: 0, rowsRestated: 1, rowsUnchanged: 6 })
    expect(await getCatalogue({ version: NEWEST })).toEqual(storedSeries(changed))
    expect(await storedIssue('2024-08-30', 2)).toEqual(inBothLanguages(changed.reportIssues[0]))
    expect(await getCatalogue({ version: 2 })).toEqual(storedSeries(changed))
    expect(await getCatalogue({ version: 1 })).toEqual(SERIES)
    expect(await storedIssue('2024-08-30', 1)).toEqual(inBothLanguages(SAMPLE_CATALOGUE.reportIssues[0]))
  })

  it('can swap the positions of two factors', async () => {
    await load(SAMPLE_CATALOGUE)
    const factors = SAMPLE_CATALOGUE.factors.map((factor) => ({ ...factor, position: 3 - factor.position }))
    expect(await load({ ...SAMPLE_CATALOGUE, factors })).toMatchObject({ version: 2, rowsRestated: 2 })
    expect((await getCatalogue({ version: NEWEST })).factors.map(({ code }) => code)).toEqual(['network', 'skewness'])
    expect((await getCatalogue({ version: 1 })).factors.map(({ code }) => code)).toEqual(['skewness', 'network'])
  })

  it('may have the dates of a table as Excel writes them', async () => {
    const issue = ['2024/8/30', '20240901', '周报', 'Weekly', '甲', 'A', '']
    const heads = ['week_end', 'issue_date', 'title_zh', 'title_en', 'authors_zh', 'authors_en', 'related']
    await store.load(TEXT_FORMS.GBK([heads, issue]), { name: 'issues.csv' })
    expect(await storedIssue('2024-08-30', 1)).toMatchObject([{ issueDate: '2024-09-01' }, { issueDate: '2024-09-01' }])
  })

  it('may be a gzip, of JSON too', async () => {
    const zipped = async (name: string, content: string | Uint8Array) => store.load(gzipSync(content), { name })
    const markets = [Object.keys(US), ['US', '美股', 'US', '0.9']]
    expect(await zipped('catalogue.json.gz', JSON.stringify(SAMPLE_CATALOGUE))).toMatchObject({
      version: 1,
      rowsNew: 7,
    })
    expect(await zipped('markets.csv.gz', TEXT_FORMS.comma(markets))).toMatchObject({ version: 2, rowsNew: 1 })
    expect(await zipped('markets.xlsx.gz', TEXT_FORMS.workbook(markets))).toMatchObject({ rowsUnchanged: 1 })
    expect(await zipped('markets.parquet.gz', TEXT_FORMS.Parquet(markets))).toMatchObject({ rowsUnchanged: 1 })
    expect(await verifyStore()).toEqual([])
  })

  it('does not change entries that it leaves out', async () => {
    await load(SAMPLE_CATALOGUE)
    const only = {
      markets: [US],
      families: [],
      factors: [],
      portfolios: [],
      reportIssues: [],
    }
    expect(await load(only)).toMatchObject({ version: 2, rowsNew: 1, rowsUnchanged: 0 })
    expect((await getCatalogue({ version: NEWEST })).factors).toHaveLength(2)
  })
})

describe('a catalogue with a fault writes nothing, and names the field', () => {
  it.each([
    ['no JSON', '{', 'malformed-json'],
    ['nothing', ' ', 'empty-file'],
  ])('%s', async (_, content, rule) => {
    expect(await load(content)).toMatchObject({
      version: null,
      faultCount: 1,
      faults: [{ rule, row: null, column: null }],
    })
  })

  it.each([
    ['a date that does not exist', 'factors', 1, 'inception', '2017-02-30', 'catalogue-field'],
    ['a blank name', 'markets', 0, 'nameZh', ' ', 'catalogue-field'],
    ['a field that is not known', 'markets', 0, 'zone', 'UTC+8', 'catalogue-field'],
    ['a share above 1', 'portfolios', 0, 'oneWayTurnoverMax', 30, 'catalogue-field'],
    ['bounds upside down', 'portfolios', 0, 'sizeExposureMin', 1, 'catalogue-field'],
    ['an issue before its week', 'reportIssues', 0, 'issueDate', '2024-08-29', 'catalogue-field'],
    ['a code twice', 'families', 1, 'code', 'intraday', 'catalogue-duplicate'],
    ["a portfolio with a factor's code", 'portfolios', 0, 'code', 'skewness', 'catalogue-duplicate'],
    ['a position twice', 'families', 1, 'position', 1, 'catalogue-duplicate'],
    ['a family that is not there', 'factors', 0, 'familyCode', 'value', 'catalogue-reference'],
    ['a market that is not there', 'portfolios', 0, 'marketCode', 'US', 'catalogue-reference'],
    ['a factor that is not there', 'portfolios', 0, 'alphaFactorCode', 'value', 'catalogue-reference'],
  ] as const)('%s', async (_, section, index, field, value, rule) => {
    const outcome = await load(sampleWith(section, index, { [field]: value }))
    const column = `${section}[${index}].${field}`
    expect(outcome.faults).toContainEqual(expect.objectContaining({ file: 'catalogue.json', row: null, column, rule }))
    expect(outcome.version).toBeNull()
    expect((await getCatalogue({ version: NEWEST })).markets).toEqual([])
  })

  it('a position that another factor of the store has', async () => {
    await load(SAMPLE_CATALOGUE)
    const factors = SAMPLE_CATALOGUE.factors.slice(0, 1).map((factor) => ({ ...factor, code: 'newcomer', position: 2 }))
    const { faults } = await load({ ...SAMPLE_CATALOGUE, factors })
    expect(faults).toMatchObject([{ rule: 'catalogue-duplicate', column: 'factors[0].position', value: '2' }])
    expect(faults[0]?.remedy).toContain('network in the store has the same')
  })

  it.each([
    ['half of a character', 'a\ud800', '"a\\ud800"', 'Write the whole character; U+D800 is half of one.'],
    ['a NUL', 'a\0', '"a\\u0000"', 'Remove the control character U+0000;'],
    ['a control character', 'a\u000bb', '"a\\u000bb"', 'Remove the control character U+000B;'],
    ['a control character of the second kind', 'a\u0085', '"a\\u0085"', 'Remove the control character U+0085;'],
  ])('%s in a text', async (_, text, value, remedy) => {
    const inside = [{ date: '2024-08-23', titleZh: text, titleEn: 'Before' }]
    for (const [content, column] of [
      [sampleWith('markets', 0, { nameZh: text }), 'markets[0].nameZh'],
      [sampleWith('reportIssues', 0, { related: inside }), 'reportIssues[0].related[0].titleZh'],
    ] as const) {
      for (const dryRun of [true, false]) {
        const { faults, version } = await importFile({ path: await write(content), dryRun })
        expect(faults).toMatchObject([{ rule: 'catalogue-field', column, value, remedy: expect.any(String) }])
        expect(faults[0]?.remedy).toContain(remedy)
        expect(version).toBeNull()
      }
    }
  })

  it('a NUL in a cell of a Parquet file', async () => {
    const path = await store.write('markets.parquet', TEXT_FORMS.Parquet([Object.keys(US), ['US', '美\0股', 'US', '']]))
    expect((await importFile({ path })).faults).toMatchObject([
      { rule: 'catalogue-field', row: 2, column: 'nameZh', value: '"美\\u0000股"' },
    ])
  })
})

it('keeps tabs and line breaks of a text', async () => {
  expect(await load(sampleWith('factors', 0, { descriptionEn: 'one\ttwo\r\nthree' }))).toMatchObject({ faults: [] })
})

/** Reads the issue about a week in each language. */
function storedIssue(weekEnd: string, version: number) {
  return Promise.all(LOCALES.map((locale) => getReportIssue({ weekEnd, version, locale })))
}

function inBothLanguages(issue: Parameters<typeof localisedIssue>[0] | undefined) {
  return LOCALES.map((locale) => issue && localisedIssue(issue, locale))
}
