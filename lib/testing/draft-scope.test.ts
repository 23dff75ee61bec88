/**
 * What a desk has not published is nowhere: each page, file, picture and table that a reader of published weeks gets is that
 * of a store that never had the draft, but for what names a load or a moment.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newestReadable } from '@/lib/address/readable-version'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getGrowths } from '@/lib/db/queries/get-growths'
import { getReturns } from '@/lib/db/queries/get-returns'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { inScope } from '@/lib/scope/current-scope'
import type { ReadScope } from '@/lib/scope/read-scope'
import { shanghaiDays } from './calendar/shanghai'
import { emptyStore, type TestStore } from './database/test-store'
import { contributionsCsv, factorCsv, portfolioCsv, SAMPLE_CATALOGUE, SAMPLE_COMPONENTS } from './import/sample-files'
import { ORIGIN, readApi, segmentOf } from './pages/in-process'
import { openPage } from './pages/open-page'
import { publishPlain, WEEK } from './publish/publishable-week'

const DRAFT = '2024-09-06'
const TODAY = { today: DRAFT }
const DAYS = shanghaiDays('2024-01-02', DRAFT)
const PUBLISHED_DAYS = DAYS.filter((day) => day <= WEEK)

const [SKEWNESS = never(), NETWORK = never()] = SAMPLE_CATALOGUE.factors
const [ISSUE = never()] = SAMPLE_CATALOGUE.reportIssues
const CATALOGUE: CatalogueFile = { ...SAMPLE_CATALOGUE, components: SAMPLE_COMPONENTS }
const late = { nameZh: '密藏', nameEn: 'Secretive', shortNameZh: '密藏', shortNameEn: 'Secretive' }
/** Has, besides, a market of which nothing is published and that comes first, a series that begins in the draft week, and one that ends there. */
const WITH_DRAFT: CatalogueFile = {
  ...CATALOGUE,
  markets: [{ code: 'AU', nameZh: '密藏市场', nameEn: 'Secretive market', dailyReturnMax: null }, ...CATALOGUE.markets],
  families: [
    { code: 'secretive', position: 1, nameZh: '密藏族', nameEn: 'Secretive family' },
    ...CATALOGUE.families,
  ].map((family, index) => ({ ...family, position: index + 1 })),
  factors: [
    { ...NETWORK, ...late, code: 'secretive-abroad', position: 1, marketCode: 'AU', familyCode: 'secretive' },
    { ...SKEWNESS, position: 2 },
    { ...NETWORK, position: 3, ended: '2024-09-04', endedReasonZh: '密藏', endedReasonEn: 'Secretive' },
    { ...SKEWNESS, ...late, code: 'secretive-young', position: 4, inception: '2024-09-02', familyCode: 'secretive' },
  ],
  reportIssues: [ISSUE, { ...ISSUE, weekEnd: DRAFT, issueDate: '2024-09-08', titleZh: '密藏', titleEn: 'Secretive' }],
}

/** Loads as three versions what a store has of the sample series on some days; the same days have the same values. */
async function loadDays(store: TestStore, days: readonly string[], others: readonly string[] = []): Promise<void> {
  const value = (day: string, series: number) => (Math.sin(1.7 * DAYS.indexOf(day) + 13 * series) / 100).toFixed(6)
  const rows = (code: string, columns: number, series: number, own: readonly string[] = days) =>
    own.map((day) => [day, code, ...Array.from({ length: columns }, (_, leg) => value(day, series + leg))].join(','))
  const network = days.filter((day) => day <= '2024-09-04')
  await store.load(factorCsv(...rows('skewness', 3, 0), ...rows('network', 3, 4, network), ...others), TODAY)
  await store.load(portfolioCsv(...rows('enhanced', 2, 8)), { ...TODAY, name: 'portfolio.csv' })
  const parts = days.map((day) => {
    const excess = Number(value(day, 8)) - Number(value(day, 9))
    return `${day},enhanced,selection,,${excess.toFixed(6)}`
  })
  await store.load(contributionsCsv(...parts), { ...TODAY, name: 'contributions.csv' })
}

const VIEWER: ReadScope = { markets: null, series: null, drafts: false, until: null }
const CLIENT: ReadScope = { ...VIEWER, series: ['skewness'] }

/** Runs as a reader of published weeks, as the server in front of Next does. */
async function asReader<Result>(scope: ReadScope, run: () => Promise<Result>): Promise<Result> {
  forgetLatestVersion()
  return inScope(await withPublishedDates(scope), run)
}

const PAGES = ['/', '/weeks', `/weeks/${WEEK}`, `/weeks/${DRAFT}`]
const VIEWER_PAGES = [
  ...[
    `/weeks/${WEEK}/reconciliation`,
    `/weeks/${WEEK}/editions`,
    '/factors',
    '/factors/network',
    '/portfolios/enhanced',
  ],
  ...['/compare?series=skewness,network', '/factors/skewness?date=2024-09-06'],
]
const FILES: Record<string, () => Promise<{ GET: (request: Request, context: Context) => Promise<Response> }>> = {
  'summary.csv': () => import('@/app/[locale]/[view]/weeks/[date]/summary.csv/route'),
  'mail.html': () => import('@/app/[locale]/[view]/weeks/[date]/mail.html/route'),
  'copy.json': () => import('@/app/[locale]/[view]/weeks/[date]/copy.json/route'),
}

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

type Ask = (name: string, run: () => Promise<string>) => Promise<void>

/** What a reader may have, in parts of a few seconds each. */
const PARTS: [name: string, scope: ReadScope, read: (ask: Ask) => Promise<void>][] = [
  ['the pages of a viewer', VIEWER, (ask) => readPages(ask, [...PAGES, ...VIEWER_PAGES])],
  ['the tables of a viewer', VIEWER, readTables],
  ['the files and pictures of a viewer', VIEWER, readFiles],
  ['the pages of a client', CLIENT, (ask) => readPages(ask, PAGES)],
  ['the files and pictures of a client', CLIENT, readFiles],
]

async function readPages(ask: Ask, paths: readonly string[]): Promise<void> {
  for (const path of paths) await ask(path, () => openPage(path))
}

async function readTables(ask: Ask): Promise<void> {
  for (const { path, parameters } of ENDPOINTS) {
    const code = path.includes('portfolio') ? 'enhanced' : 'skewness'
    const needed = parameters.safeParse({}).success ? '' : '?series=skewness,network'
    const address = `${path.slice(1).replace(/\{[^}]*\}/, code)}.json${needed}`
    await ask(address, async () => JSON.stringify(await readApi(address)))
  }
}

async function readFiles(ask: Ask): Promise<void> {
  for (const date of [WEEK, DRAFT]) {
    for (const [file, route] of Object.entries(FILES)) {
      await ask(`${file} ${date}`, async () => {
        const params = Promise.resolve({ locale: 'en', view: await segmentOf(''), date })
        return textOf(await (await route()).GET(new Request(`${ORIGIN}/en/weeks/${date}/${file}`), { params }))
      })
    }
    for (const kind of ['relative-strength', 'series-chart']) await ask(`${kind} ${date}`, () => chartOf(date, kind))
    await ask(`PDF ${date}`, () => documentOf(date))
  }
  await ask('search', async () => {
    const { GET } = await import('@/app/search-index/[...path]/route')
    const { id, stamp } = await newestReadable()
    return textOf(await GET(new Request(ORIGIN), { params: Promise.resolve({ path: [`v${id}.${stamp}`, 'en.json'] }) }))
  })
}

async function chartOf(asOf: string, kind: string): Promise<string> {
  const { GET } = await import('@/app/charts/[...path]/route')
  const { id, stamp } = await newestReadable()
  const path = [`v${id}.${stamp}`, asOf, kind, 'skewness', 'en-arithmetic.csv']
  return textOf(await GET(new Request(`${ORIGIN}/charts/${path.join('/')}`), { params: Promise.resolve({ path }) }))
}

async function documentOf(asOf: string): Promise<string> {
  const { id: version } = await newestReadable()
  const found = await findWeek({ version }, asOf)
  if (found.kind !== 'week') return found.kind
  const shown = { version, locale: 'en', convention: 'arithmetic', colours: 'red', paper: 'a4' } as const
  return JSON.stringify(await getReportOrder('report', { ...shown, days: found.days, asOf, publisher: thePublisher() }))
}

async function textOf(answer: Response): Promise<string> {
  return `${answer.status} ${await answer.text()}`
}

/** Leaves out what names a load, an edition or a moment: stamps, checksums, times, and the number of rows that the store already held. */
function withoutMoments(text: string): string {
  return text
    .replaceAll(/"(?:rowsUnchanged|bytes)":(?:\d+|null)/g, '')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA256')
    .replaceAll(/data-markup="[^"]+"/g, '')
    .replaceAll(/scope\.[0-9a-f]{32}/g, 'SCOPE')
    .replaceAll(/\b(v?\d+)\.[0-9a-f]{8}\b/g, '$1.STAMP')
    .replaceAll(/\b[0-9a-f]{8}(?:-\d+)?\b/g, 'STAMP')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| UTC)?/g, 'TIME')
}

const HIDDEN = /secretive|密藏|2024-09-0[2-6]|\bAU\b/i
/** What the store with the draft answered, by part and name. */
const withDraft = new Map<string, Map<string, string>>()

beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => vi.unstubAllEnvs())

/** Reads a part of what a reader may have, by name. */
async function readPart(scope: ReadScope, read: (ask: Ask) => Promise<void>): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  await read(async (name, run) => {
    const text = await asReader(scope, run).catch((error: Error & { digest?: string }) => error.digest ?? error.message)
    answers.set(name, withoutMoments(text))
  })
  return answers
}

describe('a store with a draft week', () => {
  const store = emptyStore()

  beforeAll(async () => {
    await store.loadCatalogue(WITH_DRAFT)
    const days = DAYS.filter((day) => day <= '2024-09-05')
    const abroad = days.map((day, index) => `${day},secretive-abroad,0.0${index % 7}1,0.002,0.003`)
    const young = days
      .filter((day) => day > WEEK)
      .map((day, index) => `${day},secretive-young,0.0${index}1,0.002,0.003`)
    await loadDays(store, days, [...abroad, ...young])
    vi.stubEnv('PUBLISHING', 'desk')
    await publishPlain({ market: 'CN' })
  })

  it('shows the draft to the desk, and to readers the published week as the newest', async () => {
    await store.load(portfolioCsv(`${DRAFT},enhanced,0.001,0.002`), TODAY)
    forgetLatestVersion()
    expect(await openPage('/weeks?market=CN')).toMatch(HIDDEN)
    expect(await openPage('/data/1')).toMatch(HIDDEN)
    expect((await asReader(VIEWER, () => findWeek({ version: 4 }))).kind).toBe('week')
    expect(await asReader(VIEWER, () => findWeek({ version: 4 }))).toMatchObject({ asOf: WEEK, next: null })
  })

  it.each(PARTS)('has %s', async (part, scope, read) => {
    const answers = await readPart(scope, read)
    for (const [name, answer] of answers) if (!name.includes(DRAFT)) expect.soft(answer, name).not.toMatch(HIDDEN)
    withDraft.set(part, answers)
  })

  it('counts the rows of a load up to the published week alone', async () => {
    const html = await asReader(VIEWER, () => openPage('/data'))
    expect(html).not.toMatch(HIDDEN)
    const { rows } = await asReader(VIEWER, () => readApi('versions.json'))
    const days = PUBLISHED_DAYS.length
    expect(rows.map(({ id, rowsNew }) => [id, rowsNew])).toEqual([
      [4, days],
      [3, days],
      [2, 2 * days],
      [1, expect.any(Number)],
    ])
    for (const id of [1, 2]) expect(await asReader(VIEWER, () => openPage(`/data/${id}`))).not.toMatch(HIDDEN)
    await expect(asReader(VIEWER, () => openPage('/data/5'))).rejects.toThrow()
  })

  it('gives no row of a later day to anybody who asks the store', async () => {
    const ask = () =>
      Promise.all([
        getReturns('factor_returns', { version: 4, to: DRAFT }),
        getReturns('portfolio_returns', { version: 4, to: DRAFT }),
        getContributions({ version: 4, to: DRAFT }),
        getGrowths({
          ...{ version: 4, kind: 'factor_returns', days: DAYS, spans: Int32Array.from(DAYS.keys()) },
          series: [{ code: 'skewness', inception: '2014-01-02' }],
        }),
      ])
    const [factors, portfolios, contributions, [growth]] = await asReader(VIEWER, ask)
    expect(factors.map(({ code, dates }) => [code, dates.at(-1)])).toEqual([
      ['network', WEEK],
      ['skewness', WEEK],
    ])
    expect([portfolios[0]?.dates.at(-1), contributions[0]?.days.at(-1)?.date]).toEqual([WEEK, WEEK])
    expect(growth?.spans.at(-1)).toBe(PUBLISHED_DAYS.length - 1)
    const [desk] = await ask()
    expect(desk.map(({ code, dates }) => [code, dates.at(-1)])).toContainEqual(['skewness', '2024-09-05'])
  })
})

describe('a store that never had it', () => {
  const store = emptyStore()

  beforeAll(async () => {
    await store.loadCatalogue(CATALOGUE)
    await loadDays(store, PUBLISHED_DAYS)
    vi.stubEnv('PUBLISHING', 'desk')
    await publishPlain({ market: 'CN' })
  })

  it.each(PARTS)('answers the same: %s', async (part, scope, read) => {
    const answers = await readPart(scope, read)
    expect(answers.size).toBeGreaterThan(3)
    for (const [name, answer] of answers) {
      expect.soft(differenceOf(answer, withDraft.get(part)?.get(name) ?? ''), name).toEqual([])
    }
  })
})

afterAll(() => vi.unstubAllEnvs())

/** Returns where two texts first differ; nothing when they are equal. */
function differenceOf(one: string, other: string): string[] {
  if (one === other) return []
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 120))
}

function never(): never {
  throw new Error('the sample catalogue has two factors and an issue')
}
