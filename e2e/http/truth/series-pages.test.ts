/** Holds each figure on the pages of single series against its definition: window figure or line figure. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Convention } from '@/lib/base/convention'
import { formatPercent, formatPercentInText, formatRatio, formatSigned } from '@/lib/base/format'
import { drawnTexts } from '@/lib/testing/charts/drawn-texts'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { attributesIn, find, getBytes, getPage, textOf, textsIn } from '../client'
import { CONTRIBUTIONS_FROM, linkedFigures } from './naive-contributions'
import {
  between,
  getLegs,
  grown,
  indexFigures,
  type Legs,
  lineFigures,
  lineOf,
  monthKey,
  type Pair,
  pairOf,
  runFigures,
  weekKey,
  windowFigure,
  windowSince,
  windowStarts,
  yearKey,
} from './naive-figures'
import { sampledConventions, sampledSeries } from './sampled-series'

const LAST_DAY = '2024-08-30'

/** Periods and days of pages: none, one that is also a window, short and long ones, and an earlier week. */
const PERIODS = [
  {},
  { from: '2024-01-01' },
  { from: '2023-08-31' },
  { from: '2024-03-11', to: '2024-03-29' },
  { from: '2021-01-01', to: '2022-03-31' },
  { from: '2018-05-17', to: '2023-11-08' },
  { asOf: '2021-03-19' },
] as const
type Period = { from?: string; to?: string; asOf?: string }

/** Figures with a sign and two decimals. */
const FIGURES = /[+−]\d+\.\d\d(?!\d)/g

for (const { folder, code } of sampledSeries('pages', 1)) {
  for (const convention of sampledConventions(code)) {
    const periods = sampleOf(`periods of ${code} ${convention}`, PERIODS, 1)
    test(`${code}, ${convention}`, { timeout: 40_000 * periods.length }, async () => {
      const legs = await getLegs(folder, code)
      for (const period of periods) await walk(legs, period, convention)
    })
  }
}

/** Opens a page, and compares each figure in its texts, tables, pictures and files. */
async function walk(legs: Legs, period: Period, convention: Convention): Promise<void> {
  const query = new URLSearchParams({ ...period, legs: 'long,short,portfolio,index', convention })
  const [language = ''] = sampleOf(`language of ${legs.code} ${query}`, ['', '/en'], 1)
  const { document } = await getPage(`${language}/${legs.folder}/${legs.code}?${query}`)
  const page: Walked = { document, legs, convention, asOf: period.asOf ?? LAST_DAY, said: new Set() }
  const all = between(pairOf(legs), '', page.asOf)
  const chosen = between(all, period.from ?? '', period.to ?? page.asOf)
  windowsOf(page, all)
  statisticsOf(page, all, period.from || period.to ? chosen : between(all, windowStarts(page.asOf).oneYear, page.asOf))
  monthsOf(page, all)
  legYearsOf(page, chosen)
  bridgesOf(page, all)
  await contributionsOf(page, all)
  await linesOf(page, all, chosen)
  // No other figure is on the page, apart from the grid of months, which has been compared, and the data of pictures.
  const main = find(document, 'main').cloneNode(true) as Element
  for (const part of main.querySelectorAll('figure, details, section:has(> #months)')) part.remove()
  const others = (main.textContent.match(FIGURES) ?? []).filter((figure) => !page.said.has(figure))
  expect(others, `${legs.code} ${JSON.stringify(period)}`).toEqual([])
}

interface Walked {
  document: Document
  legs: Legs
  convention: Convention
  asOf: string
  /** Figures that have been compared. */
  said: Set<string>
}

/** Compares a figure and notes it. */
function expectFigure({ said, legs, asOf }: Walked, actual: string | undefined, expected: string, what: string): void {
  expect(actual, `${legs.code} as of ${asOf}: ${what}`).toBe(expected)
  said.add(expected)
}

/** Table, bars and unusual week: window figures of both measures. */
function windowsOf(page: Walked, all: Pair): void {
  const { document, legs, asOf, convention } = page
  const starts = windowStarts(asOf)
  const excess: Pair = between({ ...pairOf(legs), b: legs.benchmark }, '', asOf)
  const absolute: Pair = { ...all, b: all.b.map(() => 0) }
  const measures = legs.folder === 'factors' ? { longShort: all, longExcess: excess } : { excess: all, absolute }
  for (const [measure, pair] of Object.entries(measures)) {
    for (const window of ['week', 'month', 'year'] as const) {
      const figure = formatPercent(
        windowSince(pair, starts[window], asOf, measure === 'absolute' ? 'arithmetic' : convention),
      )
      for (const cell of document.querySelectorAll(linkedOrShown(`${legs.code}.${measure}.${window}`)))
        expectFigure(page, signedIn(textOf(cell)), figure, `${measure} ${window}`)
    }
  }
  const [week, month] = textsIn(document, 'section:has(> #unusual) dd')
  expectFigure(page, signedIn(week), formatPercent(windowSince(all, starts.week, asOf, convention)), 'this week')
  expectFigure(page, signedIn(month), formatPercent(windowSince(all, starts.month, asOf, convention)), 'this month')
}

/** Selects a cell, and the figures in sentences that link to it. */
function linkedOrShown(cell: string): string {
  return `main [data-cell="${cell}"], main a.figure-link[href$="#cell-${cell}"]`
}

/** The table of statistics: line figures, and extremes of window figures. */
function statisticsOf(page: Walked, all: Pair, chosen: Pair): void {
  const { document, convention } = page
  for (const [column, period] of [chosen, all].entries()) {
    const line = lineFigures(period)
    const weeks = runFigures(all, weekKey, period, convention).map(({ value }) => value)
    const months = runFigures(all, monthKey, period, convention).map(({ value }) => value)
    const extreme = (values: number[], of: (...values: number[]) => number) =>
      values.length === 0 ? '—' : formatPercent(of(...values))
    const expected = {
      periodReturn: formatPercent(line.total),
      annualisedReturn: formatPercent(line.perYear),
      volatility: formatRatio(100 * line.volatility),
      returnToRisk: formatSigned(line.ratio),
      tStatistic: formatSigned(line.t),
      skewness: formatSigned(line.skewness),
      maximumDrawdown: formatPercent(line.deepest),
      currentDrawdown: formatPercent(line.current),
      bestWeek: extreme(weeks, Math.max),
      worstWeek: extreme(weeks, Math.min),
      bestMonth: extreme(months, Math.max),
      worstMonth: extreme(months, Math.min),
    }
    for (const [name, figure] of Object.entries(expected)) {
      const cell = textsIn(document, `td[data-statistic="${name}"]`)[column]
      expectFigure(page, signedIn(cell), figure, `${name} ${column}`)
    }
    if (page.legs.folder === 'portfolios') {
      const { beta, upCapture, downCapture } = indexFigures(all, period)
      const percent = (value: number | null) => (value === null ? '—' : formatRatio(100 * value, 1))
      const beside = { beta: formatRatio(beta), upCapture: percent(upCapture), downCapture: percent(downCapture) }
      for (const [name, figure] of Object.entries(beside)) {
        const cell = textsIn(document, `td[data-statistic="${name}"]`)[column] ?? ''
        expect(cell.slice(0, figure.length), `${name} ${column}`).toBe(figure)
      }
    }
    const days = period.a.map((value, day) => value - Number(period.b[day]))
    for (const [name, values] of Object.entries({ hitDay: days, hitWeek: weeks, hitMonth: months })) {
      const wins = values.filter((value) => value > 0).length
      const share = formatRatio((100 * wins) / values.length, 1)
      const cell = textsIn(document, `td[data-statistic="${name}"]`)[column] ?? ''
      expect(cell, name).toContain(values.length === 0 ? '—' : `${share}${wins}/${values.length} [`)
    }
  }
}

/** The grid of months: window figures. */
function monthsOf(page: Walked, all: Pair): void {
  const { document, convention } = page
  const figures = new Map(
    [monthKey, yearKey].flatMap((keyOf) =>
      runFigures(all, keyOf, all, convention).map(({ end, value }) => [keyOf(end), formatPercent(value, 1)] as const),
    ),
  )
  const rows = [...document.querySelectorAll('section:has(> #months) tbody tr')]
  expect(rows).toHaveLength(new Set(all.dates.map(yearKey)).size)
  for (const row of rows) {
    const year = textOf(find(row, 'th'))
    const shown = textsIn(row, 'td').map((text) => text.replace(/ [(（].*$/, ''))
    const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
    expect(shown, year).toEqual([...months, year].map((key) => figures.get(key) ?? ''))
  }
}

/** The sides of each calendar year that the period touches: window figures. */
function legYearsOf(page: Walked, chosen: Pair): void {
  const { document, legs, asOf, convention } = page
  const rows = [...document.querySelectorAll('tr[data-year]')]
  const years = legs.folder === 'factors' ? new Set(chosen.dates.map(yearKey)) : []
  expect(rows.map((row) => row.getAttribute('data-year'))).toEqual([...years].reverse())
  for (const row of rows) {
    const year = row.getAttribute('data-year') ?? ''
    const [from, to] = [`${year}-01-01`, asOf < `${year}-12-31` ? asOf : `${year}-12-31`]
    const sides = [
      [legs.leg, legs.benchmark],
      [legs.benchmark, legs.against],
      [legs.leg, legs.against],
    ] as const
    for (const [index, [a, b]] of sides.entries()) {
      const pair = between({ dates: legs.dates, a, b }, from, to)
      expectFigure(page, textsIn(row, 'td')[index], formatPercent(windowFigure(pair, convention)), `side in ${year}`)
    }
  }
}

/** The lines that join both kinds: legs, difference and ratio of the same dates, under the arithmetic convention. */
function bridgesOf(page: Walked, all: Pair): void {
  const bridges = textsIn(page.document, '[data-bridge]')
  expect(bridges.length > 0).toBe(page.convention === 'arithmetic')
  for (const bridge of bridges) {
    const [from = '', to = ''] = bridge.match(/\d{4}-\d\d-\d\d/g) ?? []
    const period = between(all, from, to)
    const legs = [grown(period.a) - 1, grown(period.b) - 1]
    const figures = [...legs, windowFigure(period, 'arithmetic'), lineFigures(period).total]
    expect(bridge.match(/[+−]?\d+\.\d\d%/g)).toEqual(figures.map(formatPercentInText))
    for (const figure of figures) page.said.add(formatPercent(figure))
  }
}

/** The table of contributions: what the daily ones link to, up to the window figures. */
async function contributionsOf(page: Walked, all: Pair): Promise<void> {
  const { document, legs, asOf, convention } = page
  const rows = [...document.querySelectorAll('[data-contribution]')]
  expect(rows.length > 0).toBe(legs.folder === 'portfolios' && asOf >= CONTRIBUTIONS_FROM)
  if (rows.length === 0) return
  const starts = windowStarts(asOf)
  for (const [column, from] of [starts.week, starts.month, starts.year].entries()) {
    const figures = await linkedFigures({ code: legs.code, all, from, to: asOf }, convention)
    for (const row of rows) {
      const name = row.getAttribute('data-contribution') ?? ''
      expectFigure(page, textsIn(row, 'td')[column], formatPercent(figures.get(name) ?? null), `${name} since ${from}`)
    }
  }
}

/** Charts: the ends of lines in picture, text and file, of the same dates as the statistics. */
async function linesOf(page: Walked, all: Pair, chosen: Pair): Promise<void> {
  const { document, legs, asOf, convention } = page
  const isFactor = legs.folder === 'factors'
  const shown = (value: number) => (isFactor ? formatRatio(value) : formatPercent(value - 1))
  const pictures = new Map(
    attributesIn(document, 'main figure img', 'src').map((src) => [src.split('/')[4], src] as const),
  )
  const end = (a: number[], b: number[]) => {
    const period = between({ dates: legs.dates, a, b }, chosen.dates[0] ?? '', chosen.dates.at(-1) ?? '')
    return Number(lineOf(period).at(-1))
  }
  const still = legs.dates.map(() => 0)
  const drawn = [end(legs.leg, legs.against), end(legs.leg, still), end(legs.against, still)]
  await expectEnds(pictures.get('series-chart'), drawn.map(shown))
  await expectLastRow(pictures.get('series-chart'), [
    ...drawn.map((value) => (isFactor ? value : value - 1)),
    lineFigures(chosen).current,
  ])
  if (isFactor) {
    const sides = [end(legs.leg, legs.benchmark), end(legs.benchmark, legs.against)] as const
    expect(sides[0] * sides[1]).toBeCloseTo(Number(drawn[0]), 9)
    await expectEnds(
      pictures.get('leg-split'),
      [drawn[0] ?? 0, ...sides].map((value) => formatRatio(value)),
    )
    await expectLastRow(pictures.get('leg-split'), [drawn[0] ?? 0, ...sides])
  }
  const year = lineFigures({ dates: all.dates.slice(-252), a: all.a.slice(-252), b: all.b.slice(-252) })
  await expectEnds(pictures.get('rolling-return'), [formatPercent(year.total)])
  await expectEnds(pictures.get('rolling-volatility'), [formatRatio(100 * year.volatility)])
  await expectEnds(pictures.get('rolling-ratio'), [formatSigned(year.ratio)])
  await expectLastRow(pictures.get('rolling-return'), [year.total])
  const starts = windowStarts(asOf)
  const bars = (['week', 'month', 'year'] as const).flatMap((window) => {
    const period = between(all, starts[window], asOf)
    return [grown(period.a) - 1, grown(period.b) - 1, windowFigure(period, convention)].map((value) =>
      formatPercent(value),
    )
  })
  const barPicture = pictures.get(isFactor ? 'legs' : 'excess')
  await expectEnds(barPicture, bars)
  await expectSource(barPicture, convention === 'arithmetic' ? /Arithmetic|算术口径/ : /Geometric|几何口径/)
  await expectSource(pictures.get('rolling-return'), /NAV ratio|按净值比/)
}

/** Compares the figures at the ends of a picture's labels, in any order. */
async function expectEnds(picture: string | undefined, expected: string[]): Promise<void> {
  const texts = drawnTexts((await getBytes(picture ?? '')).toString()).map(({ text }) => text)
  const missing = expected.filter((figure) => !texts.some((text) => text === figure || text.endsWith(` ${figure}`)))
  expect(missing, picture).toEqual([])
}

/** Checks that the exported picture says of which kind its figures are. */
async function expectSource(picture: string | undefined, kind: RegExp): Promise<void> {
  const exported = (await getBytes((picture ?? '').replace(/svg$/, 'figure.svg'))).toString()
  expect(
    drawnTexts(exported).some(({ text }) => kind.test(text)),
    picture,
  ).toBe(true)
}

/** Compares the last row of a picture's table at full precision. */
async function expectLastRow(picture: string | undefined, expected: number[]): Promise<void> {
  const [file = '', ...folder] = (picture ?? '').split('/').reverse()
  const [, , , ...words] = file.replace(/svg$/, 'csv').split('-')
  const csv = (await getBytes([words.join('-'), ...folder].reverse().join('/'))).toString()
  const rows: string[][] = parse(csv, { bom: true })
  const last = (rows.at(-1) ?? []).slice(1).map(Number)
  expect(last, picture).toEqual(expected.map((value) => expect.closeTo(value, 9)))
}

/** Returns the first figure of a text, without its unit. */
function signedIn(text: string | undefined): string | undefined {
  return /[+−]?\d+\.\d\d|—/.exec(text ?? '')?.[0]
}
