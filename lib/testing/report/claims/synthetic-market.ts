/**
 * For tests: a market unlike the demo's, made from a seed. Its families have one, two and three factors; series begin at
 * different times; one never moves, two are equal, one has a gap, one ends early; no series has a Chinese name.
 */
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import { sampleFactorEntry, samplePortfolioEntry } from '@/lib/testing/report/sample-rows'
import { createRandom } from '@/prisma/demo/random'
import type { Convention } from '../plain-figures'
import type { Language, PlainMarket, PlainSeries } from './plain-market'

const DAY_MS = 86_400_000

interface Plan {
  code: string
  family: string | null
  inception: string
  /** A row on this day? */
  has?: (day: string) => boolean
  /** A series with the same returns; 'still' never moves. */
  like?: string
}

const FAMILIES = [
  { code: 'value', name: 'Value' },
  { code: 'size', name: 'Size' },
  { code: 'momentum', name: 'Momentum' },
]

const PLANS: Plan[] = [
  { code: 'book', family: 'value', inception: '2020-01-02' },
  { code: 'small', family: 'size', inception: '2020-01-02' },
  { code: 'tiny', family: 'size', inception: '2020-01-02', like: 'small' },
  { code: 'winners', family: 'momentum', inception: '2020-06-03' },
  { code: 'still', family: 'momentum', inception: '2020-01-02', like: 'still' },
  {
    code: 'broken',
    family: 'momentum',
    inception: '2020-01-02',
    has: (day) => day !== '2022-05-11' && day < '2023-03-01',
  },
  {
    code: 'tardy',
    family: 'value',
    inception: '2020-01-02',
    has: (day) => day >= '2020-03-04' && day !== '2020-06-10' && day !== '2020-06-11',
  },
  { code: 'US winners', family: null, inception: '2021-02-01' },
]

/** Returns the market: weekdays from 2020 to mid-2023 without some holidays, and a fortnight without trading. */
export function syntheticMarket(seed: string, only?: readonly string[]): PlainMarket {
  const random = createRandom(`${seed} market`)
  const days: string[] = []
  for (let time = Date.parse('2020-01-02'); time <= Date.parse('2023-06-30'); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10)
    const isWeekday = new Date(time).getUTCDay() % 6 !== 0
    const isClosed = day > '2021-09-06' && day < '2021-09-18'
    if (isWeekday && !isClosed && random.uniform() > 0.03) days.push(day)
  }
  const made = new Map<string, Map<string, number[]>>()
  const series = PLANS.map((plan): PlainSeries => {
    const rows = rowsOf(plan, days, made, seed)
    made.set(plan.code, rows)
    const name = { zh: plan.code, en: plan.code }
    const inception = days.find((day) => day >= plan.inception) ?? plan.inception
    return { code: plan.code, isFactor: plan.family !== null, family: plan.family, inception, short: name, name, rows }
  })
  return {
    days,
    families: FAMILIES.map(({ code, name }) => ({ code, name: { zh: name, en: name } })),
    series: series.filter(({ code }) => only === undefined || only.includes(code)),
  }
}

function rowsOf(
  plan: Plan,
  days: string[],
  made: Map<string, Map<string, number[]>>,
  seed: string,
): Map<string, number[]> {
  const random = createRandom(`${seed} ${plan.code}`)
  const own = days.filter((day) => day >= plan.inception && (plan.has?.(day) ?? true))
  const twin = plan.like === undefined ? undefined : made.get(plan.like)
  return new Map(
    own.map((day) => {
      if (plan.like === 'still') return [day, [0, 0, 0]]
      const market = random.studentT() * 0.01
      const legs = [market + random.studentT() * 0.004, market + random.studentT() * 0.004, market]
      const row = plan.family === null ? [legs[0] ?? 0, market] : legs
      return [day, (twin?.get(day) ?? row).map((value) => Math.round(value * 1e6) / 1e6)]
    }),
  )
}

/** Returns the inputs of the report of one of its weeks. */
export function syntheticInputs(
  market: PlainMarket,
  asOf: string,
  locale: Language,
  convention: Convention,
): ReportInputs {
  const factors = market.series.filter(({ isFactor }) => isFactor)
  const portfolios = market.series.filter(({ isFactor }) => !isFactor)
  return {
    version: 1,
    locale,
    convention,
    window: 'week',
    only: null,
    isDemo: false,
    publisher: 'Desk',
    provisionalYears: [],
    market: 'US',
    markets: ['CN', 'US'],
    ended: { factors: [], portfolios: [] },
    many: null,
    catalogue: {
      markets: [],
      families: market.families.map(({ code, name }, index) => ({ code, position: index + 1, name: name[locale] })),
      factors: factors.map(
        (series, index): FactorEntry =>
          sampleFactorEntry({ ...entryOf(series, index), familyCode: series.family ?? '' }),
      ),
      portfolios: portfolios.map((series, index): PortfolioEntry => samplePortfolioEntry(entryOf(series, index))),
      indices: [],
    },
    indexReturns: [],
    factorReturns: factors.map((series) => ({
      code: series.code,
      dates: [...series.rows.keys()],
      long: legOf(series, 0),
      short: legOf(series, 1),
      benchmark: legOf(series, 2),
    })),
    portfolioReturns: portfolios.map((series) => ({
      code: series.code,
      dates: [...series.rows.keys()],
      portfolio: legOf(series, 0),
      benchmark: legOf(series, 1),
    })),
    days: market.days.filter((day) => day <= asOf),
    issue: null,
    coefficients: [],
    contributions: [],
    components: [],
    restatements: [],
    laterRestatements: [],
  }
}

function entryOf({ code, inception }: PlainSeries, index: number) {
  return { code, position: index + 1, marketCode: 'US', inception, name: code, otherName: code, shortName: code }
}

function legOf({ rows }: PlainSeries, leg: number): number[] {
  return [...rows.values()].map((row) => row[leg] ?? Number.NaN)
}
