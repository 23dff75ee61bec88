/** The page of eight portfolios: a young one, two that ended, one that lacks a day; against plain loops. */
import { beforeAll, expect, it } from 'vitest'
import PortfoliosPage from '@/app/[locale]/[view]/portfolios/page'
import { PortfolioSection } from '@/components/portfolios/portfolio-section'
import { parseView, type View } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { formatRatio, formatSigned } from '@/lib/base/format'
import { getPortfolios } from '@/lib/workbench/portfolios/get-portfolios'
import { shanghaiDays } from './calendar/shanghai'
import { emptyStore } from './database/test-store'
import { portfolioCsv, SAMPLE_CATALOGUE } from './import/sample-files'
import { htmlOf, segmentOf } from './pages/in-process'
import { weekOf } from './report/plain-figures'

const [FIRST, LAST] = ['2023-01-03', '2024-08-30']
const DAYS = shanghaiDays(FIRST, LAST)
const [ENHANCED] = SAMPLE_CATALOGUE.portfolios
const REASON = { endedReasonZh: '清盘', endedReasonEn: 'Wound up' }
const [YOUNG, ENDING, GAPPED, OVER] = ['p2', 'p3', 'p4', 'p8']
const GAP = '2024-08-14'
const INCEPTION: Record<string, string> = { [YOUNG]: '2024-07-01' }
const END: Record<string, string> = { [ENDING]: '2024-08-28', [OVER]: '2024-05-31' }
const CODES = Array.from({ length: 8 }, (_, index) => `p${index + 1}`)

const store = emptyStore()

/** Returns the returns of a portfolio and its index, which never repeat. */
function drawn(day: number, portfolio: number): [own: number, index: number] {
  const index = Math.sin(1.7 * day) / 100
  return [Number((0.9 * index + Math.sin(2.3 * day + portfolio) / 400).toFixed(6)), Number(index.toFixed(6))]
}

function rowsOf(code: string): { day: string; own: number; index: number }[] {
  return DAYS.flatMap((day, at) => {
    const [own, index] = drawn(at, CODES.indexOf(code))
    const isLived = day >= (INCEPTION[code] ?? FIRST) && day <= (END[code] ?? LAST)
    return isLived && !(code === GAPPED && day === GAP) ? [{ day, own, index }] : []
  })
}

function slopeOf(code: string): number {
  const rows = rowsOf(code)
  const mean = (name: 'own' | 'index') => rows.reduce((sum, row) => sum + row[name], 0) / rows.length
  const [ownMean, indexMean] = [mean('own'), mean('index')]
  let [products, squares] = [0, 0]
  for (const { own, index } of rows) {
    products += (own - ownMean) * (index - indexMean)
    squares += (index - indexMean) ** 2
  }
  return products / squares
}

/** Returns the correlation of the weekly returns of two lines, over the weeks that both have. */
function correlationOf(first: string, second: string): number {
  const weeksOf = (code: string) => {
    const weeks = new Map<string, number>()
    for (const { day, own, index } of rowsOf(code))
      weeks.set(weekOf(day), ((weeks.get(weekOf(day)) ?? 1) * (1 + own)) / (1 + index))
    return weeks
  }
  const [a, b] = [weeksOf(first), weeksOf(second)]
  const pairs = [...a].flatMap(([week, value]) => (b.has(week) ? [[value, Number(b.get(week))] as const] : []))
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length
  const moment = (one: 0 | 1, other: 0 | 1) =>
    pairs.reduce((sum, pair) => sum + (pair[one] - mean(one)) * (pair[other] - mean(other)), 0)
  return moment(0, 1) / Math.sqrt(moment(0, 0) * moment(1, 1))
}

async function pageOf(search: string): Promise<string> {
  const view = await segmentOf(search, '/portfolios')
  return htmlOf(await PortfoliosPage({ params: Promise.resolve({ locale: 'en', view }) }))
}

/** Returns the text of a cell. */
function cellIn(html: string, name: string): string | undefined {
  const [, content] = new RegExp(`data-cell="${name.replaceAll('.', '\\.')}"[^>]*>(.*?)</td>`).exec(html) ?? []
  return content?.replace(/<[^>]*>/g, '')
}

beforeAll(async () => {
  const portfolios = CODES.map((code, index) => ({
    ...ENHANCED,
    code,
    position: index + 1,
    inception: INCEPTION[code] ?? FIRST,
    nameEn: `Portfolio ${code}`,
    shortNameEn: code,
    ...(END[code] && { ended: END[code], ...REASON }),
  })) as typeof SAMPLE_CATALOGUE.portfolios
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, portfolios, reportIssues: [] })
  const rows = CODES.flatMap((code) => rowsOf(code).map(({ day, own, index }) => `${day},${code},${own},${index}`))
  expect((await store.load(portfolioCsv(...rows))).faults).toEqual([])
})

it('has a row for each portfolio of the week, links to the ended one, and small charts', async () => {
  const html = await pageOf('')
  const rows = [...html.matchAll(/<tr data-series="(\w+)"/g)].map(([, code]) => code)
  expect(rows).toEqual(CODES.filter((code) => code !== OVER))
  expect(html).toContain(`data-ended="${OVER}"`)
  for (const code of ['p1', YOUNG, GAPPED]) expect(cellIn(html, `${code}.beta`), code).toBe(formatRatio(slopeOf(code)))
  expect(cellIn(html, `${GAPPED}.drawdown`)).toBe('—')
  expect(html).toContain('Portfolio p4: data of 1 trading day are missing')
  expect(new Set(html.match(/\/series-chart\/\w+\//g)).size).toBe(rows.length)
  expect(html).not.toContain('Excess by month')
})

it('correlates each pair over the weeks that both have', async () => {
  const html = await pageOf('')
  for (const [first, second] of [
    ['p1', 'p5'],
    ['p1', YOUNG],
  ] as const) {
    const [, label = ''] = new RegExp(`data-pair="${first},${second}"[^>]*>(.*?)</td>`).exec(html) ?? []
    expect(label.replace(/<[^>]*>/g, ''), second).toBe(formatSigned(correlationOf(first, second)))
  }
})

it('has no statistics of a period that began before the portfolio, and sorts it last', async () => {
  const html = await pageOf('?period=oneYear&by=beta')
  const rows = [...html.matchAll(/<tr data-series="(\w+)"/g)].map(([, code]) => code)
  expect(rows.at(-1)).toBe(YOUNG)
  expect(cellIn(html, `${YOUNG}.beta`)).toBe('—')
  expect(html).toContain('Portfolio p2: no statistics for this period, because it began on 2024-07-01.')
})

it('is shown as of a week before the young one began', async () => {
  const html = await pageOf('?asOf=2024-06-28')
  expect(cellIn(html, `${YOUNG}.beta`)).toBe('—')
  expect(cellIn(html, 'p1.beta')).not.toBe('—')
})

it('has a section for each of few, also for one that ended in the week', async () => {
  const view = parseView('en', await segmentOf('', '/portfolios')) as View
  const days = await getReportDays(view.version, undefined)
  const model = days && (await getPortfolios(view, days, {}))
  if (!model) throw new Error('nothing is loaded')
  const sections = await Promise.all(
    model.portfolios.map(async (portfolio) =>
      htmlOf(await PortfolioSection({ portfolio, report: model.report, view, eager: false })),
    ),
  )
  for (const html of sections) expect(html).toContain('Excess by month')
  expect(sections.find((html) => html.includes('Portfolio p3'))).toContain(`Ended on ${END[ENDING]}`)
})
