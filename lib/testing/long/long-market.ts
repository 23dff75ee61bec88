/**
 * Makes a market with a long history, seeded: trading on Saturdays until 1952, weeks without trading, and lines that rise
 * to 1,000,000 and fall to 0.001. Its closures are unknown in one market and given in the other, on the same days.
 */
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { type CsvRow, readRows } from '@/lib/testing/demo/demo-rows'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { createRandom, type Random } from '@/prisma/demo/random'

export interface LongMarket {
  /** Markets OPEN (closures unknown) and GIVEN; the closures of GIVEN are in `closures`. */
  catalogue: CatalogueFile
  /** The import files, in the order of loading after the catalogue. */
  factorReturns: string
  portfolioReturns: string
  quality: string
  /** Lines of the two files of returns. */
  rows: CsvRow[]
  /** Trading days of both markets, ascending ISO dates. */
  days: string[]
}

interface Span {
  /** First and last ISO date. */
  first: string
  last: string
}

/** A line and where it ends. */
interface Line {
  code: string
  market: string
  /** The ratio of the two NAVs after the last day. */
  end: number
}

/** 4,952 weeks. The first day is a Saturday. */
export const WHOLE_SPAN: Span = { first: '1926-01-02', last: '2020-11-27' }
/** A part with the same properties: most of it has Saturdays, and it lies in two decades. */
export const SHORT_SPAN: Span = { first: '1947-01-02', last: '1953-06-26' }

const LAST_SATURDAY = '1952-05-24'
const RISING = 'rising'
const FACTORS: Line[] = [
  { code: RISING, market: 'OPEN', end: 1_000_000 },
  { code: 'falling', market: 'OPEN', end: 0.001 },
  { code: 'level', market: 'GIVEN', end: 3 },
]
const PORTFOLIO: Line = { code: 'enhanced', market: 'OPEN', end: 40 }

/** Makes the market of a span; the same span gives the same files. */
export function longMarket(span: Span): LongMarket {
  const days = tradingDays(span)
  const factors = FACTORS.map((line) => factorLines(line, days))
  const factorReturns = fileOf('date,series,long,short,benchmark', factors)
  const portfolioReturns = fileOf('date,series,portfolio,benchmark', [portfolioLines(days)])
  return {
    catalogue: catalogueOf(span, days),
    factorReturns,
    portfolioReturns,
    quality: qualityFile(days),
    rows: [...readRows(factorReturns), ...readRows(portfolioReturns)],
    days,
  }
}

/** Returns weekdays, and Saturdays until 1952, less fixed holidays and three weeks of the fifth year. */
function tradingDays(span: Span): string[] {
  return datesOf(span).filter((date) => !isClosed(date, span) && (weekdayOf(date) < 6 || isSaturdaySession(date)))
}

/** Returns every date of a span. */
function datesOf({ first, last }: Span): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  return Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(first) + day * DAY_MS).toISOString().slice(0, 10),
  )
}

const DAY_MS = 86_400_000

/** Returns 1 for a Monday to 7 for a Sunday. */
function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7
}

function isSaturdaySession(date: string): boolean {
  return weekdayOf(date) === 6 && date <= LAST_SATURDAY
}

function isClosed(date: string, { first }: Span): boolean {
  const fifthYear = Number(first.slice(0, 4)) + 4
  return HOLIDAYS.includes(date.slice(5)) || (date >= `${fifthYear}-03-06` && date <= `${fifthYear}-03-26`)
}

const HOLIDAYS = ['01-01', '07-04', '12-25']

function fileOf(header: string, series: string[][]): string {
  return [header, ...series.flat(), ''].join('\n')
}

function factorLines({ code, end }: Line, days: string[]): string[] {
  const random = createRandom(`long market ${code}`)
  const ratios = ratiosTo(end, days.length, random)
  return days.map((day, index) => {
    const benchmark = 0.0003 + 0.006 * random.normal()
    const short = benchmark - 0.0001 + 0.0015 * random.normal()
    const long = (1 + short) * (ratios[index] as number) - 1
    return [day, code, ...[long, short, benchmark].map(written)].join(',')
  })
}

function portfolioLines(days: string[]): string[] {
  const random = createRandom(`long market ${PORTFOLIO.code}`)
  const ratios = ratiosTo(PORTFOLIO.end, days.length, random)
  return days.map((day, index) => {
    const benchmark = 0.0003 + 0.008 * random.normal()
    return [day, PORTFOLIO.code, written((1 + benchmark) * (ratios[index] as number) - 1), written(benchmark)].join(',')
  })
}

/** Returns daily ratios of two NAVs that multiply to `end`. */
function ratiosTo(end: number, count: number, random: Random): number[] {
  const noise = Array.from({ length: count }, () => 0.003 * random.normal())
  const correction = (Math.log(end) - noise.reduce((sum, each) => sum + each, 0)) / count
  return noise.map((each) => Math.exp(each + correction))
}

function written(value: number): string {
  return value.toFixed(8)
}

/** Returns a coefficient for the last trading day of each month. */
function qualityFile(days: string[]): string {
  const random = createRandom('long market quality')
  const ends = days.filter((day, index) => day.slice(0, 7) !== days[index + 1]?.slice(0, 7))
  const lines = ends.map((day) => {
    const rank = 0.04 + 0.06 * random.normal()
    return [day, RISING, (rank * 0.8).toFixed(4), rank.toFixed(4)].join(',')
  })
  return fileOf('date,series,ic,rank_ic', [lines])
}

function catalogueOf(span: Span, days: string[]): CatalogueFile {
  const [factor] = SAMPLE_CATALOGUE.factors
  const [portfolio] = SAMPLE_CATALOGUE.portfolios
  if (!factor || !portfolio) throw new Error('the sample catalogue has factors and a portfolio')
  const inception = days[0] ?? span.first
  return {
    ...SAMPLE_CATALOGUE,
    markets: [
      { code: 'GIVEN', nameZh: '已知休市日', nameEn: 'Closures given', dailyReturnMax: null },
      { code: 'OPEN', nameZh: '休市日未知', nameEn: 'Closures unknown', dailyReturnMax: null },
    ],
    factors: FACTORS.map(({ code, market }, index) => ({
      ...factor,
      ...{ code, marketCode: market, inception, position: index + 1 },
      ...{ nameZh: `因子 ${code}`, nameEn: `The ${code} factor`, shortNameZh: code, shortNameEn: code },
    })),
    portfolios: [{ ...portfolio, marketCode: PORTFOLIO.market, alphaFactorCode: RISING, inception }],
    reportIssues: [],
    closures: closuresOf(span),
  }
}

/** Returns the closed weekdays and the sessions on Saturdays, as rows of the market GIVEN. */
function closuresOf(span: Span): CatalogueFile['closures'] {
  const row = (date: string, kind: 'closed' | 'session') => ({ market: 'GIVEN', date, kind, name: null })
  return datesOf(span).flatMap((date) => {
    if (isClosed(date, span)) return weekdayOf(date) < 6 ? [row(date, 'closed')] : []
    return isSaturdaySession(date) ? [row(date, 'session')] : []
  })
}
