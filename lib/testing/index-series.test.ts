/** Follows an index from its catalogue and file through versions, report, API, export, proof, rename and withdrawal. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { answerApi } from '@/lib/api/answer-api'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { runExportCli } from '@/lib/cli/export-data'
import { verifyStore } from '@/lib/cli/verify'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getReport } from '@/lib/report/build/get-report'
import { rename } from '@/lib/store/rename/rename'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

const store = sampleStore()
const WEEK = ['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30']
const TO = '2024-08-30'
const OPTIONS = { loadedBy: 'me', dryRun: false }
const goesOn = { ended: null, endedReasonZh: null, endedReasonEn: null }
const index = (code: string, position: number, name: string) => ({
  ...{ code, position, marketCode: 'CN', inception: '2024-08-26', nameZh: name, nameEn: name, ...goesOn },
})
const indexCsv = (...rows: string[]) => ['date,series,return', ...rows, ''].join('\n')

beforeAll(async () => {
  // 2: the indices; the second is that of the portfolio. 3 to 5: returns.
  await store.loadCatalogue({
    ...SAMPLE_CATALOGUE,
    indices: [index('000300.SH', 1, 'CSI 300'), index('000905.SH', 2, 'CSI 500')],
  })
  await store.load(factorCsv(...WEEK.map((day) => `${day},skewness,0.02,0.01,0.001`)))
  await store.load(portfolioCsv(...WEEK.map((day) => `${day},enhanced,0.02,0.004`)))
  await store.load(indexCsv(...WEEK.flatMap((day) => [`${day},000300.SH,0.002`, `${day},000905.SH,0.004`])), {
    name: 'indices.csv',
  })
  // 6: a restatement.
  await store.load(indexCsv('2024-08-30,000300.SH,-0.01'), { name: 'restated.csv' })
  forgetLatestVersion()
})

async function marketOf(version: number) {
  const days = await getReportDays(version)
  if (!days) throw new TypeError('the store has no days')
  return (await getReport({ version, locale: 'en', convention: 'arithmetic', asOf: TO, days })).market
}

const grown = (...daily: number[]) => daily.reduce((nav, each) => nav * (1 + each), 1) - 1

async function rowsOf(path: string) {
  const url = new URL(`/api/v1/${path}`, 'http://localhost')
  const answer = await answerApi(new Request(url), url.pathname.slice('/api/v1/'.length).split('/'), ENDPOINTS)
  return (await answer.json()).rows
}

it('is loaded and restated in versions', async () => {
  const [before] = await getReturns('index_returns', { version: 5, to: TO })
  const [after] = await getReturns('index_returns', { version: 6, to: TO })
  expect(before).toEqual({ code: '000300.SH', dates: WEEK, return: [0.002, 0.002, 0.002, 0.002, 0.002] })
  expect(after?.return).toEqual([0.002, 0.002, 0.002, 0.002, -0.01])
  expect(await getRestatedRows({ version: 6, limit: 9, offset: 0 })).toEqual([
    { code: '000300.SH', date: TO, before: { return: 0.002 }, after: { return: -0.01 } },
  ])
  expect((await latestVersion())?.id).toBe(6)
})

it('stands once in the market line, with its own returns', async () => {
  const market = await marketOf(6)
  expect(market.map(({ code, name }) => [code, name])).toEqual([
    ['universe', 'Universe average'],
    ['000300.SH', 'CSI 300'],
    ['000905.SH', 'CSI 500'],
  ])
  const weeks = market.map(({ returns }) => returns.week.value)
  const expected = [
    grown(...WEEK.map(() => 0.001)),
    grown(0.002, 0.002, 0.002, 0.002, -0.01),
    grown(...WEEK.map(() => 0.004)),
  ]
  for (const [at, week] of weeks.entries()) expect(week).toBeCloseTo(expected[at] ?? Number.NaN, 14)
  expect((await marketOf(4)).map(({ code }) => code)).toEqual(['universe', '000905.SH'])
})

it('is in the API and in exports', async () => {
  expect(await rowsOf('indices.json')).toMatchObject([
    { code: '000300.SH', nameEn: 'CSI 300', first: '2024-08-26', last: TO },
    { code: '000905.SH' },
  ])
  expect(await rowsOf('indices/returns.json?from=2024-08-30')).toEqual([
    { code: '000300.SH', date: TO, return: -0.01 },
    { code: '000905.SH', date: TO, return: 0.004 },
  ])
  expect(await rowsOf('market.json')).toMatchObject([{ code: 'universe' }, { code: '000300.SH', asOf: TO }, {}])
  vi.spyOn(console, 'log').mockReturnValue()
  vi.spyOn(console, 'info').mockReturnValue()
  const path = join(store.folder, 'out.csv')
  expect(await runExportCli(['--out', path, '--only', 'returns', '--series', '000300.SH'])).toBe(0)
  vi.restoreAllMocks()
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  expect([lines[0], lines.at(-1), lines.length]).toEqual(['date,series,return', '2024-08-30,000300.SH,-0.01', 6])
})

it('is refused with an unknown code, before its inception and beyond the limit', async () => {
  const load = async (row: string) => (await store.load(indexCsv(row))).faults.map(({ rule }) => rule)
  expect(await load('2024-08-29,000016.SH,0.01')).toEqual(['unknown-series'])
  expect(await load('2024-08-23,000300.SH,0.01')).toEqual(['before-inception'])
  expect(await load('2024-08-29,000300.SH,0.7')).not.toEqual([])
})

it('can be renamed and withdrawn, and the store proves it', async () => {
  await rename({ series: '000300.SH', to: 'CSI300', reason: null }, OPTIONS)
  await withdraw({ version: 6, series: null, from: null, to: null, reason: 'wrong' }, OPTIONS)
  forgetLatestVersion()
  const [own] = await getReturns('index_returns', { version: 8, to: TO, codes: ['CSI300'] })
  expect(own?.return).toEqual([0.002, 0.002, 0.002, 0.002, 0.002])
  expect((await marketOf(8))[1]?.returns.week.value).toBeCloseTo(grown(...WEEK.map(() => 0.002)), 14)
  expect(await verifyStore()).toEqual([])
})
