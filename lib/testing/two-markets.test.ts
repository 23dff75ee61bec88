/** Two markets have a report of 2024-07-05: every page and file shows the market of its address. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { createTestDatabase, type TestDatabase } from './database/test-database'
import { factorCsv, makeSampleFolder, SAMPLE_CATALOGUE, type SampleFolder } from './import/sample-files'
import { htmlOf, ORIGIN, readApi, segmentOf } from './pages/in-process'
import { readPdf } from './pdf/read-pdf'

const WEEK = '2024-07-05'
const [SKEWNESS] = SAMPLE_CATALOGUE.factors
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  markets: [...SAMPLE_CATALOGUE.markets, { code: 'US', nameZh: '美股', nameEn: 'US equities' }],
  factors: [
    { ...SKEWNESS, nameEn: 'Shanghai skewness', shortNameEn: 'Shanghai skew' },
    {
      ...SKEWNESS,
      code: 'value',
      position: 3,
      marketCode: 'US',
      nameEn: 'New York value',
      shortNameEn: 'New York value',
    },
  ],
  portfolios: [],
}
/** 2024-06-28, the Friday before, has no trading in New York: that week ends there on Thursday. */
const US_DAYS = ['2024-06-10', '2024-06-27', '2024-07-01', '2024-07-02', '2024-07-03', '2024-07-05']
const CN_DAYS = ['2024-06-27', '2024-06-28', '2024-07-01', '2024-07-02', '2024-07-03', '2024-07-04', '2024-07-05']

const MARKETS = [
  { market: undefined, own: 'Shanghai skew', other: 'New York value', code: 'skewness', query: '' },
  { market: 'US', own: 'New York value', other: 'Shanghai skew', code: 'value', query: '?market=US' },
] as const
type Market = (typeof MARKETS)[number]

let database: TestDatabase
let folder: SampleFolder
let cache: string

beforeAll(async () => {
  folder = await makeSampleFolder()
  database = await createTestDatabase()
  cache = await mkdtemp(join(tmpdir(), 'factor-weekly-cache-'))
  process.env.DATABASE_URL = database.url
  process.env.CACHE_DIR = cache
  await importCatalogue({ path: await folder.write('catalogue.json', JSON.stringify(CATALOGUE)) })
  const rowsOf = (code: string, days: string[], legs: string) => days.map((day) => `${day},${code},${legs}`)
  const rows = [...rowsOf('skewness', CN_DAYS, '0.01,0.003,0.002'), ...rowsOf('value', US_DAYS, '0.02,0.01,0.015')]
  await importFile({
    path: await folder.write('returns.csv', factorCsv(...rows)),
    today: WEEK,
    accept: ACCEPTABLE,
  })
})

afterAll(async () => {
  await folder.remove()
  await rm(cache, { recursive: true })
  await prisma.$disconnect()
  await database.drop()
})

interface Route {
  GET(request: Request, context: { params: Promise<{ locale: string; view: string; date: string }> }): Promise<Response>
}

/** The routes of a week's files. Those of documents read their cache folder when the module is loaded. */
const ROUTES: Record<string, () => Promise<Route>> = {
  'summary.csv': () => import('@/app/[locale]/[view]/weeks/[date]/summary.csv/route'),
  'summary.xlsx': () => import('@/app/[locale]/[view]/weeks/[date]/summary.xlsx/route'),
  'summary.png': () => import('@/app/[locale]/[view]/weeks/[date]/summary.png/route'),
  'mail.html': () => import('@/app/[locale]/[view]/weeks/[date]/mail.html/route'),
  'copy.json': () => import('@/app/[locale]/[view]/weeks/[date]/copy.json/route'),
  'portrait.png': () => import('@/app/[locale]/[view]/weeks/[date]/portrait.png/route'),
  'one-page.pdf': () => import('@/app/[locale]/[view]/weeks/[date]/one-page.pdf/route'),
  'report.pdf': () => import('@/app/[locale]/[view]/weeks/[date]/report.pdf/route'),
}
const FILES = Object.keys(ROUTES)
/** A script fetches it for the clipboard; no link leads to it. */
const COPIED = 'copy.json'

async function download(file: string, query: string, date = WEEK): Promise<Response> {
  const route = await ROUTES[file]?.()
  if (!route) throw new Error(`there is no route of ${file}`)
  const params = Promise.resolve({ locale: 'en', view: await segmentOf(query), date })
  return route.GET(new Request(`${ORIGIN}/en/weeks/${date}/${file}${query}`), { params })
}

async function bytesOf(file: string, query: string): Promise<Buffer> {
  const response = await download(file, query)
  expect(response.status, `${file}${query}`).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

async function factsheetOf({ code, query }: Market): Promise<Response> {
  const { GET } = await import('@/app/[locale]/[view]/factors/[code]/factsheet.pdf/route')
  const params = Promise.resolve({ locale: 'en', view: await segmentOf(query), code })
  return GET(new Request(`${ORIGIN}/en/factors/${code}/factsheet.pdf${query}`), { params })
}

async function pageHtml(query: string): Promise<string> {
  const { default: WeekPage } = await import('@/app/[locale]/[view]/weeks/[date]/page')
  const params = Promise.resolve({ locale: 'en', view: await segmentOf(query), date: WEEK })
  return htmlOf(await WeekPage({ params }))
}

function hrefsOf(html: string): string[] {
  return [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

async function pdfText(response: Response): Promise<string> {
  expect(response.status).toBe(200)
  const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()))
  return pages.flat().join(' ')
}

describe.each(MARKETS)('the market $own', (shown) => {
  const { market, own, other, code, query } = shown

  it('has its own CSV, workbook, mail and text to copy', async () => {
    const csv = (await bytesOf('summary.csv', query)).toString()
    const workbook = await readXlsxFile(await bytesOf('summary.xlsx', query))
    const mail = (await bytesOf('mail.html', query)).toString()
    const copy = (await bytesOf('copy.json', query)).toString()
    for (const text of [csv, JSON.stringify(workbook), mail, copy]) {
      expect(text).toContain(own)
      expect(text).not.toContain(other)
    }
    expect(mail).toContain(`${ORIGIN}/en/weeks/${WEEK}${query}`)
  })

  it('has its own report and factsheet, also when both are stored', async () => {
    for (const _ of ['made', 'kept']) {
      for (const { own: wanted, other: unwanted, query: search } of MARKETS) {
        const text = await pdfText(await download('report.pdf', search))
        expect(text).toContain(wanted)
        expect(text).not.toContain(unwanted)
      }
    }
    expect(await pdfText(await factsheetOf(shown))).toContain(own)
  }, 240_000)

  it('has file names of its own', async () => {
    const nameOf = async (file: string) => (await download(file, query)).headers.get('content-disposition')
    const part = market === undefined ? '' : `-${market}`
    expect(await nameOf('summary.csv')).toBe(`attachment; filename="factor-weekly-${WEEK}${part}-en-summary.csv"`)
    expect(await nameOf('report.pdf')).toBe(`attachment; filename="factor-weekly-${WEEK}${part}-en.pdf"`)
  }, 120_000)

  it('has a page of its own, whose links stay in the market', async () => {
    const html = await pageHtml(query)
    expect(html).toContain(own)
    expect(html).not.toContain(other)
    const hrefs = hrefsOf(html)
    for (const file of FILES.filter((name) => name !== COPIED))
      expect(hrefs).toContain(`/en/weeks/${WEEK}/${file}${query}`)
    expect(hrefs).toContain(`/en/factors/${code}${query}`)
    const pages = hrefs.filter((href) => href.startsWith('/en') && !href.includes('#'))
    const leaving = pages.filter((href) => new URLSearchParams(href.split('?')[1]).get('market') !== (market ?? null))
    const switched = market === undefined ? '/en?market=US' : '/en'
    expect(new Set(leaving)).toEqual(new Set([switched]))
  })

  it('has an API and search of its own weeks', async () => {
    const weeks = (await readApi(`weeks.json${query}`)).rows.map(({ asOf }) => asOf)
    const expected = market === 'US' ? [WEEK, '2024-06-27', '2024-06-10'] : [WEEK, '2024-06-28']
    expect(weeks).toEqual(expected)
    const daily = (await readApi(`factors/${code}/daily.json`)).rows.map(({ date }) => date)
    expect(daily).toEqual(market === 'US' ? US_DAYS : CN_DAYS)
    const { GET } = await import('@/app/search-index/[...path]/route')
    const { id, stamp } = await latestVersion()
    const path = [`v${id}.${stamp}`, ...(market === undefined ? [] : [market]), 'en.json']
    const index = await GET(new Request(ORIGIN), { params: Promise.resolve({ path }) })
    expect((await index.json()).weeks).toEqual(expected)
  })
})

it('draws a summary picture for each market', async () => {
  const [usual, named, other] = await Promise.all(
    ['', '?market=CN', '?market=US'].map((query) => bytesOf('summary.png', query)),
  )
  expect(named?.equals(usual ?? Buffer.of())).toBe(true)
  expect(other?.equals(usual ?? Buffer.of())).toBe(false)
}, 120_000)

describe.each(FILES)('%s', (file) => {
  it('redirects any date to the last trading day of its market', async () => {
    const moved = await download(file, '?market=US', '2024-06-28')
    expect([moved.status, moved.headers.get('location')]).toEqual([307, `/en/weeks/2024-06-27/${file}?market=US`])
    const usual = await download(file, '', '2024-06-27')
    expect([usual.status, usual.headers.get('location')]).toEqual([307, `/en/weeks/2024-06-28/${file}`])
  })

  it('names the nearest weeks of its market when there is none', async () => {
    const none = await download(file, '?market=US', '2024-06-20')
    expect(none.status).toBe(404)
    const nearest = ['2024-06-10', '2024-06-27'].map((asOf) => `/en/weeks/${asOf}/${file}?market=US`)
    expect((await none.text()).trim().split('\n').slice(1)).toEqual(nearest)
    expect((await download(file, '?market=XX')).status).toBe(404)
  })
})

describe('the commands', () => {
  it('write the week of the requested market, and name the markets for an unknown one', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const { runMailPreviewCli } = await import('@/lib/cli/mail-preview')
    const out = join(folder.path, 'mail.html')
    const run = (...own: string[]) => runMailPreviewCli(['--week', WEEK, '--lang', 'en', '--out', out, ...own])
    expect(await run('--market', 'XX')).toBe(1)
    expect(logged).toHaveBeenCalledWith('There is no market "XX" with data. Markets: CN, US.')
    expect(await run('--market', 'US')).toBe(0)
    const mail = await readFile(out, 'utf8')
    expect(mail).toContain('New York value')
    expect(mail).toContain(`/en/weeks/${WEEK}?market=US`)
  })
})
