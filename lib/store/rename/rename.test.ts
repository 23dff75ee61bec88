import { readFile } from 'node:fs/promises'
import { NextRequest } from 'next/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as openApi from '@/app/api/v1/openapi.json/route'
import * as renames from '@/app/api/v1/renames/route'
import * as charts from '@/app/charts/[...path]/route'
import { answerApi } from '@/lib/api/answer-api'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { runExportCli } from '@/lib/cli/export-data'
import { runRenameCli } from '@/lib/cli/rename'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getVersionSeries } from '@/lib/db/queries/versions/get-version-series'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { proxy } from '@/proxy'
import { rename } from './rename'

const TOKEN = 'a-token-of-some-length'
const TO = '9999-12-31'
/** Of the versions that load, restate and withdraw rows of network. */
const VERSIONS = [1, 2, 3, 4, 5, 6]
const store = sampleStore()
const options = { loadedBy: 'me', dryRun: false }
const order = (series: string, to: string) => ({ series, to, reason: null })

// The tests continue one store: network becomes net.v2, third and network again.
beforeAll(async () => {
  process.env.IMPORT_TOKEN = TOKEN
  await store.load(
    factorCsv('2024-08-28,network,0.01,0,0', '2024-08-29,network,0.02,0,0', '2024-08-29,skewness,0.03,0,0'),
  )
  await store.load(portfolioCsv('2024-08-29,enhanced,0.01,0.02'))
  await store.load(factorCsv('2024-08-29,network,0.05,0,0'))
  await store.load('date,series,ic,rank_ic\n2024-08-29,network,0.1,0.2\n', { name: 'ic.csv' })
  const rows = { version: null, series: ['network'], from: '2024-08-29', to: '2024-08-29', reason: 'wrong' }
  await withdraw(rows, options)
  forgetLatestVersion()
})
afterAll(() => {
  delete process.env.IMPORT_TOKEN
})

async function renamed(series: string, to: string) {
  const outcome = await rename(order(series, to), options)
  forgetLatestVersion()
  return outcome
}

/** Returns all numbers of a series, version by version. */
async function numbersOf(code: string) {
  return Promise.all(
    VERSIONS.map(async (version) => {
      const [returns, quality, loads] = [
        await getReturns('factor_returns', { version, to: TO, codes: [code] }),
        await getFactorQuality({ version, to: TO, code }),
        await getVersionSeries({ versions: [version] }),
      ]
      return {
        returns: returns.map(({ code: _, ...own }) => own),
        quality,
        loads: loads.filter((own) => own.code === code).map(({ code: _, ...own }) => own),
      }
    }),
  )
}

const entries = () => prisma.$queryRaw`select * from catalogue_entry where since_version > 0 order by kind, key`

it('writes nothing in a dry run', async () => {
  const before = await entries()
  const outcome = await rename(order('network', 'net.v2'), { ...options, dryRun: true })
  expect(outcome).toMatchObject({ version: null, kind: 'factor', rows: 5, oldCodes: ['network'] })
  expect(await entries()).toEqual(before)
  expect(await prisma.dataVersion.count()).toBe(6)
})

it('keeps every number of every version under the new code', async () => {
  const before = await numbersOf('network')
  expect(before.map(({ returns }) => returns[0]?.long)).toEqual([
    undefined,
    [0.01, 0.02],
    [0.01, 0.02],
    [0.01, 0.05],
    [0.01, 0.05],
    [0.01, 0.02],
  ])
  expect(await renamed('network', 'net.v2')).toMatchObject({ version: 7, rows: 5 })
  expect(await numbersOf('net.v2')).toEqual(before)
  const left = (await numbersOf('network')).map(({ returns, quality, loads }) => [...returns, ...quality, ...loads])
  expect(left.flat()).toEqual([])
  const old = await getCatalogue({ version: 1 })
  expect(old.factors.map(({ code }) => code)).toEqual(['skewness', 'net.v2'])
  expect(old.portfolios[0]?.alphaFactorCode).toBe('net.v2')
  expect(await verifyStore()).toEqual([])
  const version = await prisma.dataVersion.findUnique({ where: { id: 7 } })
  expect(version).toMatchObject({ kind: 'rename', rowsNew: 1, rowsRestated: 0, rowsUnchanged: 5, loadedBy: 'me' })
})

it('has files with the old code refused, with the new one', async () => {
  const [, network] = SAMPLE_CATALOGUE.factors
  const [enhanced] = SAMPLE_CATALOGUE.portfolios
  const none = { markets: [], families: [], factors: [], portfolios: [], reportIssues: [] }
  const outcomes = [
    await store.load(factorCsv('2024-08-30,network,0.01,0,0')),
    await store.load('date,network.long,network.short,network.benchmark\n2024-08-30,0.01,0,0\n'),
    await store.loadCatalogue({ ...none, factors: [{ ...network, position: 9 }] }),
    await store.loadCatalogue({ ...none, portfolios: [enhanced] }),
    await store.load('oldCode,code\nnetwork,skewness\n', { name: 'aliases.csv' }),
  ]
  const faults = outcomes.flatMap((outcome) => outcome.faults)
  expect(faults.map(({ rule }) => rule)).toEqual([
    'renamed-series',
    'renamed-series',
    'renamed-series',
    'catalogue-reference',
    'catalogue-duplicate',
  ])
  for (const { remedy } of faults) expect(remedy).toContain('net.v2')
})

it('leads from the old code to the new one on pages, in pictures and tables, with the rest of the address', async () => {
  const { id, stamp } = await latestVersion()
  const page = async (address: string) => {
    const answer = await proxy(new NextRequest(`http://desk.example${address}`))
    return [answer.status, answer.headers.get('location')?.replace('http://desk.example', '')]
  }
  expect(await page('/factors/network')).toEqual([308, '/factors/net.v2'])
  expect(await page('/en/factors/network/factsheet.pdf?asOf=2024-08-29&version=2')).toEqual([
    308,
    '/en/factors/net.v2/factsheet.pdf?asOf=2024-08-29&version=2',
  ])
  expect(await page('/compare?series=skewness,network&pair=network,skewness&from=2024-08-01')).toEqual([
    308,
    '/compare?series=skewness,net.v2&pair=net.v2,skewness&from=2024-08-01',
  ])
  expect((await page('/factors/net.v2'))[0]).toBe(200)
  const daily = await api('factors/network/daily.csv?from=2024-08-01&version=4')
  expect([daily.status, daily.headers.get('location')]).toEqual([
    308,
    '/api/v1/factors/net.v2/daily.csv?from=2024-08-01&version=4',
  ])
  const named = await api('summaries.json?series=network,skewness')
  expect(named.headers.get('location')).toBe('/api/v1/summaries.json?series=net.v2,skewness')
  expect((await api('summaries.json?series=net.v2')).status).toBe(200)
  const path = [`v${id}.${stamp}`, '2024-08-29', 'legs', 'network', 'bars-light-red-zh-arithmetic.svg']
  const chart = await charts.GET(new Request('http://desk.example'), { params: Promise.resolve({ path }) })
  const moved = `/charts/${path.join('/').replace('network', 'net.v2')}`
  expect([chart.status, chart.headers.get('location')]).toEqual([308, moved])
})

function api(path: string): Promise<Response> {
  const url = new URL(`http://desk.example/api/v1/${path}`)
  return answerApi(new Request(url), url.pathname.split('/').slice(3), ENDPOINTS)
}

it('has only new codes in answers of older versions, also in kept ones', async () => {
  const codes = async () => {
    const { rows } = await (await api('factors.json?version=2')).json()
    return rows.map(({ code }: { code: string }) => code)
  }
  expect(await codes()).toEqual(['skewness', 'net.v2'])
  expect(await renamed('net.v2', 'third')).toMatchObject({ version: 8, oldCodes: ['net.v2', 'network'] })
  expect(await codes()).toEqual(['skewness', 'third'])
})

it.each([
  ['nobody', 'free', 'nobody is not in the catalogue.'],
  ['third', 'skewness', 'skewness is a factor; choose another code.'],
  ['third', 'enhanced', 'enhanced is a portfolio; choose another code.'],
  ['third', 'third', 'series and to are the same (third).'],
  ['network', 'again', 'network was renamed: its code is third now.'],
  ['skewness', 'net.v2', 'net.v2 is an old code of third, whose addresses lead there; choose another code.'],
])('refuses to rename %s to %s', async (series, to, message) => {
  await expect(rename(order(series, to), options)).rejects.toThrow(message)
})

it('is the only change of a row that the store allows, and is not withdrawn', async () => {
  const change = prisma.$executeRaw`update factor_return set factor_code = 'skewness' where factor_code = 'third'`
  await expect(change).rejects.toThrow(/may only be closed/)
  await expect(prisma.$executeRaw`update factor set code = 'x' where code = 'third'`).rejects.toThrow(/refused/)
  const other = prisma.$transaction([
    prisma.$executeRaw`select set_config('factor_weekly.rename', 'third x', true)`,
    prisma.$executeRaw`update factor_return set factor_code = 'x', long_return = 0.5 where factor_code = 'third'`,
  ])
  await expect(other).rejects.toThrow(/may only be closed/)
  const whole = { version: 8, series: null, from: null, to: null, reason: null }
  await expect(withdraw(whole, options)).rejects.toThrow(/^Version 8 renamed a series/)
})

it('can be undone; each old code leads to the series', async () => {
  const outcome = await renamed('third', 'network')
  expect(outcome).toMatchObject({ version: 9, oldCodes: ['net.v2', 'third'] })
  const counts = await prisma.dataVersion.findUnique({ where: { id: 9 } })
  expect(counts).toMatchObject({ rowsNew: 1, rowsRestated: 1, rowsWithdrawn: 1 })
  await expect(setWithdrawn(0)).resolves.toMatch(
    /^version 9: catalogue_entry opened 2 rows and closed 2, and says 1 new and 1/,
  )
  expect(await setWithdrawn(1)).toBe('')
})

/** Writes another count into version 9 and returns what the proof of the store says. */
async function setWithdrawn(rows: number): Promise<string> {
  await prisma.$executeRaw`alter table data_version disable trigger user`
  await prisma.$executeRaw`update data_version set rows_withdrawn = ${rows} where id = 9`
  await prisma.$executeRaw`alter table data_version enable trigger user`
  return (await verifyStore()).join()
}

it('takes a portfolio along, over HTTP, with later loads and withdrawals of its rows', async () => {
  const dry = await send({ series: 'enhanced', to: 'plus' })
  expect([dry.status, (await dry.json()).version]).toEqual([200, null])
  const headers = { 'idempotency-key': 'rename-1' }
  const body = { series: 'enhanced', to: 'plus', reason: 'New vendor.', dryRun: false }
  const [first, again] = [await send(body, headers), await send(body, headers)]
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true'])
  expect(await again.json()).toEqual(await first.json())
  const version = await prisma.dataVersion.findUnique({ where: { id: 10 } })
  expect(version).toMatchObject({ kind: 'rename', loadedBy: 'IMPORT_TOKEN', reason: 'New vendor.' })
  expect((await send({ series: 'enhanced', to: 'x' })).status).toBe(422)
  expect((await send({ series: 'plus', to: 'a b' })).status).toBe(400)
  expect((await send({ series: 'plus', to: 'plus' })).status).toBe(400)
  expect((await openApi.GET().json()).paths['/renames'].post.operationId).toBe('renames')
  expect((await store.load(portfolioCsv('2024-08-30,plus,0.03,0.02'))).version).toBe(11)
  await withdraw({ version: 3, series: ['plus'], from: null, to: null, reason: null }, options)
  const [own] = await getReturns('portfolio_returns', { version: 12, to: TO })
  expect([own?.code, own?.dates]).toEqual(['plus', ['2024-08-30']])
})

function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { authorization: `Bearer ${TOKEN}`, ...headers } }
  return renames.POST(new Request('http://localhost/api/v1/renames', init))
}

it('prints what it does, and writes only with --write', async () => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void printed.push(text))
  expect(await runRenameCli(['--series', 'skewness', '--to', 'skew'])).toBe(0)
  expect(await runRenameCli(['--series', 'skewness', '--to', 'skew', '--write'])).toBe(0)
  expect(await runRenameCli(['--series', 'skewness', '--to', 'x', '--write'])).toBe(1)
  expect(await runRenameCli(['--series', 'skew', '--to', 'a b'])).toBe(2)
  vi.restoreAllMocks()
  expect(printed).toEqual([
    'Dry run, nothing was written: the factor skewness is skew in every version, with 1 row\n  Addresses of skewness lead to skew; files have to say skew\nAdd --write to rename it.',
    'Version 13: the factor skewness is skew in every version, with 1 row\n  Addresses of skewness lead to skew; files have to say skew',
    'skewness was renamed: its code is skew now.',
    '--to: must be 1 to 64 letters, digits, dots, hyphens or underscores',
  ])
})

it('is exported as aliases, which are loaded again', async () => {
  const out = `${store.folder}/aliases-out.csv`
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  expect(await runExportCli(['--out', out, '--only', 'aliases'])).toBe(0)
  vi.restoreAllMocks()
  const written = await readFile(out, 'utf8')
  expect(written.trim().split(/\r?\n/)).toEqual([
    'oldCode,code',
    'enhanced,plus',
    'net.v2,network',
    'skewness,skew',
    'third,network',
  ])
  const again = await store.load(`${written}older,network\n`, { name: 'aliases.csv' })
  expect(again).toMatchObject({ version: 14, rowsNew: 1, rowsUnchanged: 4, faults: [] })
  expect(await verifyStore()).toEqual([])
})
