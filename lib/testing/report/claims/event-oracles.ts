/** Oracles of the clauses of a headline about the results of portfolios, and about factors that turned. */
import { type ClaimOracle, countOf, expectThat, primaryOf, prints, printsShare, sign, weekOfSeries } from './oracle'
import type { PlainSeries, PlainWeek } from './plain-market'

const WON = new Set(['跑赢', 'beat'])
const BEST = new Set(['好', 'best'])
/** Share of weeks at either end that a headline calls the best or the worst. */
const TAIL = 0.1

/** Counts the weeks in a row before this one that were above zero (`up`) or below. */
function weeksBefore(week: PlainWeek, series: PlainSeries, side: 'up' | 'down'): number {
  const past = week.pastWeeks(series, primaryOf(series))
  const direction = side === 'up' ? 1 : -1
  return past.length - 1 - past.findLastIndex((value) => value === null || value * direction <= 0)
}

function isRecord(week: PlainWeek, series: PlainSeries, isBest: boolean): boolean {
  const now = Number(weekOfSeries(week, series))
  const past = week.past(series, 'excess')
  return past.length >= 52 && past.every((value) => (isBest ? value < now : value > now))
}

const result: ClaimOracle = {
  type: 'result of a portfolio',
  pattern: {
    zh: /^(?<name>.+?)(?:(?<side>跑赢|跑输)基准 (?<size>[\d.]+)%|与基准持平)(?:，(?:创自身历史最(?<record>好|差)单周|处于历史 (?<rank>\d+)% 分位|此前连续(?<weeks>.+?)周(?<before>跑输|跑赢)))?$/,
    en: /^(?<name>.+?) (?:(?<side>beat|lagged) its index by (?<size>[\d.]+)%|matched its index)(?:, (?:its (?<record>best|worst) week on record|the (?<rank>\d+)(?:st|nd|rd|th) percentile of its weeks|after (?<weeks>\d+) (?<before>losing|winning) weeks in a row))?$/,
  },
  faults: ({ name = '', side, size = '0', record, rank, weeks, before }, week) => {
    const series = week.named(name.trim())
    const now = weekOfSeries(week, series)
    const expected = side === undefined ? 'flat' : WON.has(side) ? 'up' : 'down'
    const share = week.percentile(series, 'excess', 'week')
    const earlier = before === '跑赢' || before === 'winning' ? 'up' : 'down'
    return [
      ...expectThat(sign(now) === expected && prints(Number(size), Math.abs(Number(now))), `the excess is ${now}`),
      ...expectThat(record === undefined || isRecord(week, series, BEST.has(record)), 'it is no record'),
      ...expectThat(
        rank === undefined || (share !== null && isInTail(share) && printsShare(Number(rank), share)),
        `the percentile is ${share}`,
      ),
      ...expectThat(
        weeks === undefined || (earlier !== expected && weeksBefore(week, series, earlier) === countOf(weeks)),
        `${weeksBefore(week, series, earlier)} weeks before`,
      ),
    ]
  },
}

function isInTail(share: number): boolean {
  return share <= TAIL || share >= 1 - TAIL
}

const pair: ClaimOracle = {
  type: 'results of two portfolios',
  pattern: {
    zh: /^(?<names>.+?)分别(?<side>跑赢|跑输)基准 (?<first>[\d.]+)%、(?<second>[\d.]+)%(?:，(?:各创自身历史最(?<record>好|差)单周|均处于历史最(?<tail>好|差)的 10%))?$/,
    en: /^(?<names>.+?) (?<side>beat|lagged) their indexes by (?<first>[\d.]+)% and (?<second>[\d.]+)%(?:, (?:their (?<record>best|worst) weeks on record|both among their (?<tail>best|worst) 10% of weeks))?$/,
  },
  faults: ({ names = '', side = '', first, second, record, tail }, week) => {
    const named = week.mentioned(names)
    const sizes = [first, second].map(Number)
    return [
      ...expectThat(named.length === sizes.length, 'not two portfolios'),
      ...named.flatMap((series, index) => {
        const now = weekOfSeries(week, series)
        const share = week.percentile(series, 'excess', 'week') ?? Number.NaN
        return [
          ...expectThat(
            sign(now) === (WON.has(side) ? 'up' : 'down') && prints(sizes[index] ?? Number.NaN, Math.abs(Number(now))),
            `${series.code} has an excess of ${now}`,
          ),
          ...expectThat(record === undefined || isRecord(week, series, BEST.has(record)), `${series.code}: no record`),
          ...expectThat(
            tail === undefined || (BEST.has(tail) ? share >= 1 - TAIL : share <= TAIL),
            `${series.code}: the percentile is ${share}`,
          ),
        ]
      }),
    ]
  },
}

const counted: ClaimOracle = {
  type: 'portfolios counted',
  pattern: {
    zh: /^(?<known>.+?)个组合(?:(?<all>均跑赢)|(?<none>均未跑赢)|中(?<won>.+?)个跑赢)基准$/,
    en: /^(?:(?<all>all) |(?<none>none) of |(?<won>\d+) of )(?<known>\d+) portfolios beat (?:its index|their indexes)$/i,
  },
  faults: ({ known, all, none, won }, week) => {
    const signs = week.portfolios.map((series) => sign(weekOfSeries(week, series))).filter((each) => each !== 'none')
    const count = all ? signs.length : none ? 0 : countOf(won)
    return expectThat(
      signs.length === countOf(known) && signs.filter((each) => each === 'up').length === count,
      `${signs.length} portfolios have a week`,
    )
  },
}

const turned: ClaimOracle = {
  type: 'turned after a streak',
  pattern: {
    zh: /^(?<name>.+?)连续(?<weeks>.+?)周为(?:正后转负|(?<up>负后转正))$/,
    en: /^(?<name>.+?) turned (?:negative after (?<positive>\d+) positive|(?<up>positive) after (?<negative>\d+) negative) weeks in a row$/,
  },
  faults: ({ name = '', weeks, positive, negative, up }, week) => {
    const series = week.named(name.trim())
    const before = weeksBefore(week, series, up === undefined ? 'up' : 'down')
    return [
      ...expectThat(
        sign(weekOfSeries(week, series)) === (up === undefined ? 'down' : 'up'),
        `the week is ${weekOfSeries(week, series)}`,
      ),
      ...expectThat(before === countOf(weeks ?? positive ?? negative), `${before} weeks before`),
    ]
  },
}

export const EVENT_ORACLES = [pair, result, counted, turned]
