/**
 * For tests: a market as plain daily returns, and what they say about a week. Plain loops, without the product's code, so
 * that the sentences of a report can be compared with the data.
 */
import { type Convention, monthOf, weekOf, yearOf } from '../plain-figures'

export type Language = 'zh' | 'en'
export type PlainMeasure = 'longShort' | 'longExcess' | 'excess'
export type PlainWindow = 'week' | 'month' | 'year'

export interface PlainSeries {
  code: string
  isFactor: boolean
  family: string | null
  inception: string
  short: Record<Language, string>
  name: Record<Language, string>
  /** By ISO date: long, short and average of a factor; portfolio and index of a portfolio. */
  rows: Map<string, number[]>
}

export interface PlainMarket {
  /** Trading days, ascending. */
  days: string[]
  families: { code: string; name: Record<Language, string> }[]
  series: PlainSeries[]
}

/** A week of a market in one language and convention. */
export class PlainWeek {
  readonly days: string[]
  private readonly cache = new Map<string, unknown>()

  constructor(
    readonly market: PlainMarket,
    readonly asOf: string,
    readonly language: Language,
    readonly convention: Convention,
  ) {
    this.days = market.days.filter((day) => day <= asOf)
  }

  get factors(): PlainSeries[] {
    return this.market.series.filter(({ isFactor }) => isFactor)
  }

  get portfolios(): PlainSeries[] {
    return this.market.series.filter(({ isFactor }) => !isFactor)
  }

  /** Returns the series with this short name. */
  named(name: string): PlainSeries {
    const found = this.market.series.find(({ short }) => spaced(short[this.language]) === name)
    if (!found) throw new TypeError(`no series is called ${name}`)
    return found
  }

  /** Returns names with figures, in their order: "A +1.00%、B −2.00%". */
  items(text = ''): { series: PlainSeries; percent: number }[] {
    return [...text.matchAll(this.itemPattern())].map(([, name = '', figure = '']) => ({
      series: this.named(name),
      percent: numberOf(figure),
    }))
  }

  /** Returns the series whose short names stand in a text. */
  mentioned(text: string): PlainSeries[] {
    return [...text.matchAll(new RegExp(this.nameSource(), 'g'))].map(([name]) => this.named(name))
  }

  /** Returns a period return of the measure; null where a day is missing or before inception. */
  value(series: PlainSeries, measure: PlainMeasure, window: PlainWindow): number | null {
    return this.kept(`value ${series.code} ${measure} ${window}`, () =>
      spreadOf(series, measure, this.period(window), this.convention),
    )
  }

  /** Returns the measure in each earlier week with a value. */
  past(series: PlainSeries, measure: PlainMeasure): number[] {
    return this.pastWeeks(series, measure).filter((value) => value !== null)
  }

  /** Returns the measure in each earlier week of the market. */
  pastWeeks(series: PlainSeries, measure: PlainMeasure): (number | null)[] {
    const weeks = shared(this.market, 'weeks', () => weeksOf(this.market.days))
    const all = shared(this.market, `weeks ${series.code} ${measure} ${this.convention}`, () =>
      weeks.map((days) => spreadOf(series, measure, days, this.convention)),
    )
    return all.slice(
      0,
      this.kept('past weeks', () => weeks.findIndex((days) => days.includes(this.asOf))),
    )
  }

  /** Returns the share of the earlier periods of the same length below the value, ties half; null for under 52 of them. */
  percentile(series: PlainSeries, measure: PlainMeasure, window: PlainWindow): number | null {
    return this.kept(`percentile ${series.code} ${measure} ${window}`, () => {
      const value = this.value(series, measure, window)
      const past = window === 'week' ? this.past(series, measure) : this.pastPeriods(series, measure, window)
      if (value === null || past.length < 52) return null
      const below = past.filter((earlier) => earlier < value - 1e-13).length
      const ties = past.filter((earlier) => Math.abs(earlier - value) <= 1e-13).length
      return (below + ties / 2) / past.length
    })
  }

  /** Returns the closes of the line since inception, the start first; null when a day is missing. */
  line(series: PlainSeries): { day: string; ratio: number }[] | null {
    return this.kept(`line ${series.code}`, () => {
      const days = this.days.filter((day) => day >= series.inception)
      let ratio = 1
      const closes = [{ day: '', ratio }]
      for (const day of days) {
        const [a, b] = series.rows.get(day) ?? []
        if (a === undefined || b === undefined) return null
        ratio = (ratio * (1 + a)) / (1 + b)
        closes.push({ day, ratio })
      }
      return closes.length > 1 ? closes : null
    })
  }

  /** Returns the returns of both legs in a period, the compared leg second; null where a day is missing. */
  legs(series: PlainSeries, window: PlainWindow): [first: number | null, second: number | null] {
    return [this.leg(series, 0, window), this.leg(series, 1, window)]
  }

  /** Returns the return of the leg at this position of the rows in a period; null where a day is missing. */
  leg(series: PlainSeries, position: number, window: PlainWindow): number | null {
    const returns = this.period(window).map((day) =>
      day < series.inception ? undefined : series.rows.get(day)?.[position],
    )
    if (returns.length === 0 || returns.includes(undefined)) return null
    return returns.reduce<number>((nav, value) => nav * (1 + Number(value)), 1) - 1
  }

  /** Returns the days of the running week, month or year. */
  period(window: PlainWindow): string[] {
    return this.kept(`period ${window}`, () => this.days.filter((day) => KEYS[window](day) === KEYS[window](this.asOf)))
  }

  private pastPeriods(series: PlainSeries, measure: PlainMeasure, window: 'month' | 'year'): number[] {
    const length = this.period(window).length
    const [navs, missing] = shared(this.market, `navs ${series.code} ${measure}`, () =>
      navsOf(series, measure, this.market.days),
    )
    const values: number[] = []
    for (let to = length; to <= this.days.length - length; to++) {
      const from = to - length
      if (missing[to] !== missing[from]) continue
      const [first, last] = [navs[from] ?? [], navs[to] ?? []]
      values.push(spread(Number(last[0]) / Number(first[0]), Number(last[1]) / Number(first[1]), this.convention))
    }
    return values
  }

  private itemPattern(): RegExp {
    return new RegExp(`(${this.nameSource()}) ([+−]?\\d+\\.\\d\\d)%`, 'g')
  }

  private nameSource(): string {
    const names = this.market.series.map(({ short }) => spaced(short[this.language]))
    const longestFirst = names.toSorted((a, b) => b.length - a.length)
    return longestFirst.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  }

  private kept<Value>(key: string, make: () => Value): Value {
    if (!this.cache.has(key)) this.cache.set(key, make())
    return this.cache.get(key) as Value
  }
}

const KEYS: Record<PlainWindow, (day: string) => string> = { week: weekOf, month: monthOf, year: yearOf }

const memory = new WeakMap<PlainMarket, Map<string, unknown>>()

/** Computes something about all days of a market once. */
function shared<Value>(market: PlainMarket, key: string, make: () => Value): Value {
  const known = memory.get(market) ?? new Map<string, unknown>()
  memory.set(market, known)
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as Value
}

export function spaced(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

/** Reads "+1.25" or "−0.30". */
export function numberOf(text: string): number {
  return Number(text.replace('−', '-'))
}

export function weeksOf(days: readonly string[]): string[][] {
  const weeks = new Map<string, string[]>()
  for (const day of days) {
    const own = weeks.get(weekOf(day))
    if (own) own.push(day)
    else weeks.set(weekOf(day), [day])
  }
  return [...weeks.values()]
}

function legsOf(measure: PlainMeasure): [number, number] {
  return measure === 'longExcess' ? [0, 2] : [0, 1]
}

export function spreadOf(series: PlainSeries, measure: PlainMeasure, days: readonly string[], convention: Convention) {
  const [first, second] = legsOf(measure)
  let [a, b] = [1, 1]
  for (const day of days) {
    const row = series.rows.get(day)
    if (!row || day < series.inception) return null
    a *= 1 + Number(row[first])
    b *= 1 + Number(row[second])
  }
  return days.length === 0 ? null : spread(a, b, convention)
}

function spread(a: number, b: number, convention: Convention): number {
  return convention === 'arithmetic' ? a - b : a / b - 1
}

/** Returns both NAVs before each day and after the last, and the number of missing days up to there. */
function navsOf(series: PlainSeries, measure: PlainMeasure, days: readonly string[]): [number[][], number[]] {
  const [first, second] = legsOf(measure)
  let [a, b, lost] = [1, 1, 0]
  const [navs, missing] = [[[a, b]], [lost]]
  for (const day of days) {
    const row = day < series.inception ? undefined : series.rows.get(day)
    if (row) [a, b] = [a * (1 + Number(row[first])), b * (1 + Number(row[second]))]
    else lost += 1
    navs.push([a, b])
    missing.push(lost)
  }
  return [navs, missing]
}
