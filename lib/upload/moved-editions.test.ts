/** Tests which figures of editions a load or a withdrawal would move: by daily returns, and by carrying it out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as uploads from '@/app/api/uploads/route'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { draftWeek } from '@/lib/publish/week/draft-week'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { DAYS, loadPlain, plainReturns, publishPlain, WEEK } from '@/lib/testing/publish/publishable-week'
import { getWithdrawalPage } from './get-withdrawal-page'
import type { MovedEditions } from './moved-editions-schema'
import { readRecord } from './upload-folder'

const RETURNS = plainReturns()
const CHANGED = '2024-08-28'
const [LONG = [], SHORT = [], BENCHMARK = []] = RETURNS.skewness ?? []
const RESTATED = LONG.map((value, day) => (DAYS[day] === CHANGED ? 0.021 : value))
const ROW = [CHANGED, 'skewness', 0.021, ...[SHORT, BENCHMARK].map((leg) => leg[DAYS.indexOf(CHANGED)])].join()

const store = sampleStore('database')
const cacheBefore = process.env.CACHE_DIR

beforeAll(() => {
  process.env.CACHE_DIR = store.folder
})

afterAll(() => {
  if (cacheBefore === undefined) delete process.env.CACHE_DIR
  else process.env.CACHE_DIR = cacheBefore
})

/** Version 1 is the catalogue, 2 has the factors and 3 the portfolio. */
beforeEach(() => loadPlain(store, RETURNS))

/** Sends files to be checked, and returns what they would move in editions. */
async function checked(...files: [name: string, content: string][]) {
  const form = new FormData()
  for (const [name, content] of files) form.append('file', new File([content], name))
  const headers = { host: 'localhost', origin: 'http://localhost' }
  const answer = await uploads.POST(
    new Request('http://localhost/api/uploads?locale=en', { method: 'POST', body: form, headers }),
  )
  const id = /upload=([0-9a-f]{32})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const result = (await readRecord(id))?.result
  if (result?.state !== 'checked' || result.changes === null) throw new Error('the files were not checked')
  return result.changes.published
}

/** Returns what differs between the edition of the week and the data as they are now, by a report of the week. */
async function differing() {
  forgetLatestVersion()
  const version = await prisma.dataVersion.count()
  const days = await getReportDays(version)
  if (days === null) throw new Error('no data')
  const { changed } = await draftWeek({ version, convention: 'arithmetic', days, asOf: WEEK, publisher: null })
  return changed.filter(({ before }) => before !== null)
}

const cellsOf = ({ figures }: MovedEditions) =>
  figures.map(({ code, measure, column, before, after }) => ({ code, measure, column, before, after }))

it('says nothing while no edition stands', async () => {
  expect(await checked(['a.csv', factorCsv(ROW)])).toBeNull()
  expect((await getWithdrawalPage(3, null)).published).toBeNull()
  await publishPlain()
  await publishPlain({ action: 'withdraw', reason: 'Wrong.' })
  expect(await checked(['a.csv', factorCsv(ROW)])).toBeNull()
})

describe('with an edition of the week', () => {
  beforeEach(() => publishPlain())

  it('names the figures that a restated day moves, as daily returns give them and as the load then has them', async () => {
    const published = await checked(['a.csv', factorCsv(ROW)])
    if (published === null) throw new Error('no edition stands')
    expect(published).toMatchObject({ compared: 1, left: 0 })
    expect(published.figures).toHaveLength(Math.min(published.count, 20))
    expect(new Set(published.figures.map(({ code, asOf, number }) => `${code} ${asOf} ${number}`))).toEqual(
      new Set([`skewness ${WEEK} 1`]),
    )
    for (const [column, since] of [
      ['week', '2024-08-26'],
      ['month', '2024-08-01'],
      ['year', '2024-01-02'],
    ] as const) {
      for (const [measure, against] of [
        ['longShort', SHORT],
        ['longExcess', BENCHMARK],
      ] as const) {
        const printed = { before: difference(LONG, against, since), after: difference(RESTATED, against, since) }
        expect(cellsOf(published)).toContainEqual({ code: 'skewness', measure, column, ...printed })
      }
    }
    await store.load(factorCsv(ROW))
    expect(await differing()).toEqual(cellsOf(published))
    // Its withdrawal leads back to the figures of the edition.
    expect((await getWithdrawalPage(4, null)).published).toMatchObject({ figures: [], count: 0, compared: 1 })
  })

  it('says that none moves after a day behind the week, and compares nothing that begins later', async () => {
    const next = '2024-09-02,skewness,0.01,0.002,0.003'
    expect(await checked(['a.csv', factorCsv(next)])).toEqual({ figures: [], count: 0, compared: 0, left: 0 })
  })

  it('names the figures that a withdrawal takes away, and only those that are printed', async () => {
    const page = await getWithdrawalPage(3, null)
    const { published } = page
    if (published === null) throw new Error('no edition stands')
    expect(published.count).toBeGreaterThan(0)
    expect(new Set(published.figures.map(({ code }) => code))).toEqual(new Set(['000905.SH', 'enhanced']))
    await withdraw(
      { version: 3, series: null, from: null, to: null, reason: null },
      { loadedBy: 'wang', dryRun: false },
    )
    expect(await differing()).toEqual(cellsOf(published))
  })

  it('does not name a figure that differs already and stays as it is', async () => {
    await store.load(factorCsv(ROW))
    const network = `${CHANGED},network,0.012,0.001,0.002`
    const published = await checked(['a.csv', factorCsv(network)])
    expect(new Set(published?.figures.map(({ code }) => code))).toEqual(new Set(['network', 'universe.network']))
  })

  it('compares what a load with a new series moves', async () => {
    const [first, ...others] = SAMPLE_CATALOGUE.factors
    const wider = { ...SAMPLE_CATALOGUE, factors: [first, ...others, { ...first, code: 'extra', position: 9 }] }
    const rows = [ROW, `${CHANGED},extra,0.01,0,0`]
    const published = await checked(['c.json', JSON.stringify(wider)], ['a.csv', factorCsv(...rows)])
    expect(new Set(published?.figures.map(({ code }) => code))).toEqual(new Set(['skewness']))
  })
})

/** Returns a leg against another from a day to the end of the week: the difference of compounded returns, in percent. */
function difference(leg: readonly number[], against: readonly number[], since: string): string {
  const grown = (values: readonly number[]) =>
    values.reduce((growth, value, day) => ((DAYS[day] ?? '') >= since ? growth * (1 + value) : growth), 1)
  const percent = (100 * (grown(leg) - grown(against))).toFixed(2)
  return percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`
}
