/**
 * A long history on every surface: pages, pictures, documents, tables and answers have the figures that plain loops give
 * for the daily numbers of the generator. A usual run takes 12 of the 95 years.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pictureHref } from '@/lib/address/chart-address'
import { verifyStore } from '@/lib/cli/verify'
import { latestVersion } from '@/lib/db/latest-version'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { drawnTexts } from '@/lib/testing/charts/drawn-texts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { ORIGIN, readApi, segmentOf } from '@/lib/testing/pages/in-process'
import { openPage } from '@/lib/testing/pages/open-page'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import {
  monthOf,
  type Pair,
  pairOf,
  plainSpread,
  plainWindows,
  plainWins,
  type Spread,
  weekOf,
  yearOf,
} from '@/lib/testing/report/plain-figures'
import { IS_LONG_RUN, sampleOf } from '@/lib/testing/run/run-mode'
import { type LongMarket, longMarket, SHORT_SPAN, WHOLE_SPAN } from './long-market'

const SPAN = IS_LONG_RUN ? WHOLE_SPAN : SHORT_SPAN
/** The factors, and where their lines end. */
const ENDS = [
  ['rising', 1_000_000],
  ['falling', 0.001],
  ['level', 3],
] as const
const WINDOWS = ['week', 'month', 'year'] as const
/** A week that ends on a Saturday, the weeks around three without trading, and a week after the last Saturday. */
const CHOSEN_WEEKS = [
  '1949-06-11',
  ...(IS_LONG_RUN ? ['1930-03-05', '1930-03-29'] : ['1951-03-05', '1951-03-31']),
  '1953-05-29',
]
const PAGES = [
  ...['/', '/weeks', '/weeks/{asOf}?market=OPEN', '/weeks/{asOf}/reconciliation?market=OPEN', '/factors?market=OPEN'],
  ...['/factors/rising', '/factors/falling', '/factors/level', '/portfolios?market=OPEN', '/portfolios/enhanced'],
  ...['/compare?series=rising,falling,enhanced', '/methodology', '/data', '/data/2'],
]

const store = emptyStore()
let market: LongMarket
let cache: string
/** Long and short leg of each factor. */
let pairs: Map<string, Pair>

beforeAll(async () => {
  market = longMarket(SPAN)
  pairs = new Map(ENDS.map(([code]) => [code, pair(code, 'longShort')]))
  cache = await mkdtemp(join(tmpdir(), 'factor-weekly-cache-'))
  process.env.CACHE_DIR = cache
  const { catalogue, factorReturns, portfolioReturns, quality } = market
  const outcomes = [
    await importCatalogue({ path: await store.write('catalogue.json', JSON.stringify(catalogue)) }),
    await importFile({ path: await store.write('factors.csv', factorReturns) }),
    await importFile({ path: await store.write('portfolios.csv', portfolioReturns) }),
    await importFile({ path: await store.write('quality.csv', quality) }),
  ]
  expect(outcomes.flatMap(({ faults }) => faults)).toEqual([])
}, 300_000)

afterAll(async () => {
  delete process.env.CACHE_DIR
  await rm(cache, { recursive: true })
})

const legsOf = { longShort: ['long', 'short'], longExcess: ['long', 'benchmark'], excess: ['portfolio', 'benchmark'] }
type MeasureName = keyof typeof legsOf

function pair(code: string, measure: MeasureName): Pair {
  return pairOf(market.rows, code, legsOf[measure] as [string, string])
}

/** Returns the product of the daily ratios of a pair of legs, by default of the long and short leg of a factor. */
function lineEnd(code: string, legs: Pair = pairs.get(code) ?? new Map()): number {
  return [...legs.values()].reduce((product, [a, b]) => product * ((1 + a) / (1 + b)), 1)
}

function lastDay(): string {
  return market.days.at(-1) ?? ''
}

/** Returns last days of weeks, oldest first. */
function weekEnds(): string[] {
  return market.days.filter((day, index) => weekOf(day) !== weekOf(market.days[index + 1] ?? '9999-12-31'))
}

const FILES = {
  'summary.csv': () => import('@/app/[locale]/[view]/weeks/[date]/summary.csv/route'),
  'summary.png': () => import('@/app/[locale]/[view]/weeks/[date]/summary.png/route'),
  'report.pdf': () => import('@/app/[locale]/[view]/weeks/[date]/report.pdf/route'),
}

/** Returns a file of a week of the market OPEN. */
async function download(file: keyof typeof FILES, date: string): Promise<Buffer> {
  const { GET } = await FILES[file]()
  const params = Promise.resolve({ locale: 'en', view: await segmentOf('?market=OPEN'), date })
  const response = await GET(new Request(`${ORIGIN}/en/weeks/${date}/${file}?market=OPEN`), { params })
  expect(response.status, file).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** Formats a figure as tables do: "+1,234.50". Written apart from the product. */
function percent(value: Spread): string {
  if (value === null) return '—'
  const size = Math.abs(value * 100).toFixed(2)
  const digits = Number(size).toLocaleString('en-US', { minimumFractionDigits: 2, useGrouping: true })
  return Number(size) === 0 ? digits : `${value > 0 ? '+' : '−'}${digits}`
}

it('has no finding in verify', async () => {
  expect(await verifyStore()).toEqual([])
}, 120_000)

it('has the weeks of the daily numbers in the API, provisional only where closures are unknown', async () => {
  const open = await readApi('weeks.json?market=OPEN')
  expect(open.rows.map(({ asOf }) => asOf)).toEqual(weekEnds().toReversed())
  expect(new Set(open.rows.map(({ isProvisional }) => isProvisional))).toEqual(new Set([true]))
  const given = await readApi('weeks.json?market=GIVEN')
  expect(given.rows).toEqual(open.rows.map((week) => ({ ...week, isProvisional: false })))
})

it.each(ENDS)('has periods and statistics of %s in the API', async (code, end) => {
  const line = lineEnd(code)
  expect(line / end).toBeCloseTo(1, 3)
  const [statistics] = (await readApi(`statistics.json?series=${code}`)).rows
  expect(Number(statistics?.periodReturn) / (line - 1)).toBeCloseTo(1, 9)
  expect(statistics).toMatchObject({ from: market.days[0], days: market.days.length, missing: 0 })
  const windows = plainWindows(market.days).running
  for (const row of (await readApi(`summaries.json?series=${code}`)).rows) {
    const legs = pair(code, row.measure as MeasureName)
    for (const [index, name] of WINDOWS.entries())
      expect(row[name], name).toBeCloseTo(plainSpread(legs, windows[index] ?? [], 'arithmetic') ?? Number.NaN, 12)
    expect(row.inception).toBeCloseTo(lineEnd(code, legs) ** (252 / market.days.length) - 1, 9)
  }
})

it('has every day of a line in the API, page after page', async () => {
  let [strength, cursor] = [1, '']
  const legs = pair('rising', 'longShort')
  const seen: string[] = []
  do {
    const page = await readApi(`factors/rising/daily.json${cursor === '' ? '' : `?cursor=${cursor}`}`)
    for (const { date, relativeStrength } of page.rows) {
      const [long, short] = legs.get(String(date)) ?? [Number.NaN, Number.NaN]
      strength *= (1 + long) / (1 + short)
      if (Math.abs(Number(relativeStrength) / strength - 1) > 1e-9) throw new Error(`${date}: ${relativeStrength}`)
      seen.push(String(date))
    }
    cursor = page.next ?? ''
  } while (cursor !== '')
  expect(seen).toEqual(market.days)
})

it('has the figures of each chosen week on its page and in its files', async () => {
  for (const asOf of sampleOf('weeks of the long market', CHOSEN_WEEKS, 1)) {
    const days = market.days.filter((day) => day <= asOf)
    const { document } = parseHTML(await openPage(`/weeks/${asOf}?market=OPEN`))
    const { running, months } = plainWindows(days)
    for (const [code, measure] of [
      ['rising', 'longShort'],
      ['falling', 'longExcess'],
      ['enhanced', 'excess'],
    ] as const) {
      const legs = pair(code, measure)
      for (const [index, name] of WINDOWS.entries()) {
        const expected = percent(plainSpread(legs, running[index] ?? [], 'arithmetic'))
        const cell = document.querySelector(`.summary-table [data-cell="${code}.${measure}.${name}"]`)
        expect(bare(cell?.querySelector('span')?.textContent ?? ''), `${asOf} ${code} ${name}`).toBe(expected)
      }
    }
    const csv = (await download('summary.csv', asOf)).toString().split('\n')
    const row = csv.find((line) => line.includes(',rising,'))?.split(',') ?? []
    const legs = pair('rising', 'longShort')
    const spreads = running.map((window) => plainSpread(legs, window, 'arithmetic'))
    for (const [index, value] of spreads.entries()) expect(Number(row[6 + index])).toBeCloseTo(value ?? Number.NaN, 12)
    expect(row.slice(9, 11).join('/')).toBe(plainWins(legs, months, 'arithmetic'))
  }
}, 60_000)

it('has the average of each week in the archive, on the page of its decade', async () => {
  const decades = [...new Set(market.days.map((day) => `${day.slice(0, 3)}0`))]
  const expected = averages()
  let shown = 0
  for (const decade of decades) {
    const { document } = parseHTML(await openPage(`/weeks?market=OPEN&decade=${decade}`))
    for (const link of document.querySelectorAll('section[id^="year-"] a[href*="/weeks/"]')) {
      const asOf = /\/weeks\/([\d-]+)\?market=OPEN$/.exec(link.getAttribute('href') ?? '')?.[1] ?? ''
      expect(asOf.slice(0, 3)).toBe(decade.slice(0, 3))
      expect(link.textContent, asOf).toBe(expected.get(asOf))
      shown++
    }
    const others = [...document.querySelectorAll('nav[aria-label="Decades"] a')].map((link) => link.textContent)
    expect(others).toEqual(decades.map((each) => `${each}s`))
  }
  expect(shown).toBe(expected.size)
}, 120_000)

/** Returns the text of each week's cell: the average of the two factors, the day, and how many are above zero as shown. */
function averages(): Map<string, string> {
  const weeks = new Map<string, string[]>()
  for (const day of market.days) weeks.set(weekOf(day), [...(weeks.get(weekOf(day)) ?? []), day])
  return new Map(
    [...weeks.values()].map((days) => {
      const [rising, falling] = ['rising', 'falling'].map((code) => spreadIn(code, days))
      const up = [rising, falling].filter((spread) => percent(spread ?? null).startsWith('+')).length
      const asOf = days.at(-1) ?? ''
      return [asOf, `${percent(((rising ?? 0) + (falling ?? 0)) / 2)}${asOf.slice(5)}${up}/2`]
    }),
  )
}

function spreadIn(code: string, days: string[]): Spread {
  return plainSpread(pairs.get(code) ?? new Map(), days, 'arithmetic')
}

it('shows every kind of page, and draws its pictures', async () => {
  const pictures = new Set<string>()
  for (const address of sampleOf('pages of the long market', PAGES, 3)) {
    const { document } = parseHTML(await openPage(address.replace('{asOf}', lastDay())))
    expect(document.querySelector('h1')?.textContent, address).toBeTruthy()
    expect(document.querySelector('main')?.textContent, address).not.toMatch(NO_FIGURE)
    for (const image of document.querySelectorAll('main img')) pictures.add(image.getAttribute('src') ?? '')
  }
  for (const src of sampleOf('pictures of the long market', [...pictures], 6))
    expect(await pictureAt(src), src).not.toMatch(NO_FIGURE)
}, 600_000)

const NO_FIGURE = /NaN|undefined|Infinity/

it.each(['rising', 'level'])('names the end of the line of %s in its picture', async (code) => {
  const { id: version, stamp } = await latestVersion()
  const shown = { version, stamp, asOf: lastDay(), locale: 'en', convention: 'arithmetic' } as const
  const request = { ...shown, kind: 'relative-strength', code } as const
  const look = { size: 'full', tone: 'light', colours: 'red', outline: null } as const
  const texts = drawnTexts(await pictureAt(pictureHref({ request, ...look }))).map(({ text }) => text)
  expect(texts).toContain(percent(lineEnd(code) / 100).replace('+', ''))
})

async function pictureAt(src: string): Promise<string> {
  const path = src.split('/').slice(2).map(decodeURIComponent)
  const { GET } = await import('@/app/charts/[...path]/route')
  const response = await GET(new Request(`${ORIGIN}${src}`), { params: Promise.resolve({ path }) })
  expect(response.status, src).toBe(200)
  return response.text()
}

const DOCUMENTS = ['factsheet', 'report', 'picture'] as const

it.each(sampleOf('documents of the long market', DOCUMENTS, 1))(
  'has the figures of the daily numbers in the %s',
  async (name) => {
    if (name === 'factsheet') {
      const pages = await pagesOfFactsheet()
      expect(pages.length).toBeLessThanOrEqual(3)
      expect(pages.flat()).toEqual(expect.arrayContaining([...yearLines(), ...decadeLines()]))
    }
    if (name === 'report') {
      const { texts } = await readPdf(new Uint8Array(await download('report.pdf', lastDay())))
      const spreads = plainWindows(market.days).running.map((days) => percent(spreadIn('rising', days)))
      expect(texts.join('')).toContain(bare(`rising factor${spreads.join('')}`))
    }
    if (name === 'picture') expect((await download('summary.png', lastDay())).subarray(1, 4).toString()).toBe('PNG')
  },
  240_000,
)

async function pagesOfFactsheet(): Promise<string[][]> {
  const { GET } = await import('@/app/[locale]/[view]/factors/[code]/factsheet.pdf/route')
  const params = Promise.resolve({ locale: 'en', view: await segmentOf('?market=OPEN'), code: 'rising' })
  const response = await GET(new Request(`${ORIGIN}/en/factors/rising/factsheet.pdf`), { params })
  const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()))
  return pages.map((lines) => lines.map(bare))
}

/** So many years of a factsheet have a line of months. */
const YEARS_BY_MONTH = 30

/** Returns the lines of the factsheet's decades before the years by month: the total of each year. */
function decadeLines(): string[] {
  const years = [...new Set(market.days.map(yearOf))].slice(0, -YEARS_BY_MONTH)
  const decades = [...new Set(years.map((year) => year.slice(0, 3)))]
  return decades.map((decade) => {
    const own = years.filter((year) => year.startsWith(decade))
    const totals = own.map((year) =>
      percent(
        spreadIn(
          'rising',
          market.days.filter((day) => yearOf(day) === year),
        ),
      ),
    )
    return bare([`${decade}0–${decade}9`, ...totals].join(''))
  })
}

/** Returns the lines of the factsheet's last years: months, and the year. */
function yearLines(): string[] {
  return [...new Set(market.days.map(yearOf))].slice(-YEARS_BY_MONTH).map((year) => {
    const days = market.days.filter((day) => yearOf(day) === year)
    const months = new Map<string, string[]>()
    for (const day of days) months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day])
    const figures = [...months.values(), days].map((period) => percent(spreadIn('rising', period)))
    return bare([year, ...figures].join(''))
  })
}
