/** Oracles of key points about highs, drawdowns, streaks and families. */
import { weekOf } from '../plain-figures'
import { type ClaimOracle, countOf, expectThat, primaryOf, prints, printsShare, sign, weekOfSeries } from './oracle'
import { numberOf, type PlainSeries, type PlainWeek, spaced } from './plain-market'

/** A close of a line, with its distance from the highest close before and including it. */
interface Fall {
  day: string
  ratio: number
  fall: number
  isHigh: boolean
}

/** Returns the closes since inception; the start counts as a peak. */
function fallsOf(week: PlainWeek, series: PlainSeries): Fall[] {
  const closes = week.line(series) ?? []
  let peak = 1
  return closes.slice(1).map(({ day, ratio }) => {
    const isHigh = ratio > peak
    peak = Math.max(peak, ratio)
    return { day, ratio, fall: ratio / peak - 1, isHigh }
  })
}

const high: ClaimOracle = {
  type: 'new high',
  pattern: {
    zh: /^(?<name>.+?)(?:多空相对强弱|对基准的净值比)(?:于 (?<day>[\d-]+) )?创历史新高，为(?:(?<inception>成立以来)|(?<weeks>.+?)周来)首次（本周 (?<now>[+−]?[\d.]+)%）$/,
    en: /^(?:Relative strength of (?<name>.+?)|NAV ratio of (?<portfolio>.+?) to its index) reached a new high(?: on (?<day>[\d-]+))?, the first (?:(?<inception>since inception)|in (?<weeks>\d+) weeks) \((?<now>[+−]?[\d.]+)% this week\)$/i,
  },
  faults: ({ name, portfolio, day, inception, weeks, now = '' }, week) => {
    const series = week.named((name ?? portfolio ?? '').trim())
    const closes = fallsOf(week, series)
    const own = closes.filter((close) => weekOf(close.day) === weekOf(week.asOf))
    const earlier = closes.slice(0, closes.length - own.length)
    const lastPeak = earlier.findLast(({ fall }) => fall === 0)
    const highDay = day ?? week.asOf
    return [
      ...expectThat(own.findLast(({ isHigh }) => isHigh)?.day === highDay, `no last new high on ${highDay}`),
      ...(inception === undefined
        ? expectThat(
            countOf(weeks) === Number(weekOf(week.asOf)) - Number(weekOf(lastPeak?.day ?? '')),
            `the last peak was on ${lastPeak?.day}`,
          )
        : expectThat(lastPeak === undefined, `there was a peak on ${lastPeak?.day}`)),
      ...expectThat(prints(numberOf(now), weekOfSeries(week, series)), 'another week'),
    ]
  },
}

const drawdown: ClaimOracle = {
  type: 'drawdown',
  pattern: {
    zh: /^(?<name>.+?)本周 (?<now>[+−]?[\d.]+)%，(?:多空相对强弱|对基准的净值比)较高点回撤 (?<depth>[\d.]+)%，(?:(?<record>为有数据以来最深)|(?<day>[\d-]+) 曾达 (?<low>[\d.]+)%，为有数据以来最深|历史上(?<less>不到|仅) (?<share>\d+)% 的交易日更深)$/,
    en: /^(?<name>.+?) returned (?<now>[+−]?[\d.]+)% this week, leaving its (?:relative strength|NAV ratio to the index) (?<depth>[\d.]+)% below its peak, (?:(?<record>the deepest drawdown on record)|after (?<low>[\d.]+)% on (?<day>[\d-]+), the deepest on record|deeper on (?<less>less than|only) (?<share>\d+)% of past days)$/,
  },
  faults: ({ name = '', now = '', depth = '', record, day, low, less, share }, week) => {
    const series = week.named(name.trim())
    const closes = fallsOf(week, series)
    const last = closes.at(-1)?.fall ?? 0
    const deepest = Math.min(...closes.map(({ fall }) => fall))
    const deeper = closes.slice(0, -1).filter(({ fall }) => fall < last).length / (closes.length - 1)
    const isSmall = less === '不到' || less === 'less than'
    return [
      ...expectThat(prints(numberOf(now), weekOfSeries(week, series)), 'another week'),
      ...expectThat(prints(Number(depth), -last), `the drawdown is ${last}`),
      ...(record === undefined ? [] : expectThat(last === deepest, `a day had ${deepest}`)),
      ...(low === undefined
        ? []
        : expectThat(
            prints(Number(low), -deepest) &&
              weekOf(day ?? '') === weekOf(week.asOf) &&
              closes.some((close) => close.day === day && close.fall === deepest),
            `the deepest was ${deepest}`,
          )),
      ...(share === undefined
        ? []
        : expectThat(
            isSmall ? deeper * 100 < Number(share) : printsShare(Number(share), deeper),
            `${deeper} of the days were deeper`,
          )),
    ]
  },
}

const streak: ClaimOracle = {
  type: 'streak',
  pattern: {
    zh: /^(?<name>.+?)连续(?<weeks>.+?)周为(?<side>正|负)（本周 (?<now>[+−]?[\d.]+)%）$/,
    en: /^(?<name>.+?) has been (?<side>positive|negative) for (?<weeks>\d+) weeks in a row \((?<now>[+−]?[\d.]+)% this week\)$/i,
  },
  faults: ({ name = '', weeks, side, now = '' }, week) => {
    const series = week.named(name.trim())
    const direction = side === '正' || side === 'positive' ? 1 : -1
    const values = [...week.pastWeeks(series, primaryOf(series)), weekOfSeries(week, series)]
    const broken = values.findLastIndex((value) => value === null || value * direction <= 0)
    return [
      ...expectThat(values.length - 1 - broken === countOf(weeks), `${values.length - 1 - broken} weeks`),
      ...expectThat(prints(numberOf(now), values.at(-1) ?? null), 'another week'),
    ]
  },
}

const together: ClaimOracle = {
  type: 'family together',
  pattern: {
    zh: /^(?<family>.+?)(?<count>[零一二两三四五六七八九十]+)个因子同(?<side>涨|跌)：(?<from>.+%) 至(?<to>.+?%)(?:，(?:(?<first>有数据以来首次)|历史上 (?<share>\d+)% 的周同[涨跌]))?$/,
    en: /^All (?<count>\d+) (?<family>.+?) factors (?<side>gained|lost), from (?<from>.+%) to (?<to>.+?%)(?:, (?:(?<first>for the first time on record)|as in (?<share>\d+)% of past weeks))?$/i,
  },
  faults: ({ family = '', count, side, from, to, first, share }, week) => {
    const members = familyNamed(week, family)
    const wanted = side === '涨' || side === 'gained' ? 'up' : 'down'
    const values = members.map((series) => week.value(series, 'longShort', 'week'))
    const ends = [...week.items(from), ...week.items(to)]
    const [strongest, weakest] = wanted === 'up' ? [Math.max, Math.min] : [Math.min, Math.max]
    const known = values.map(Number)
    const past = members.map((series) => week.pastWeeks(series, 'longShort'))
    const judged = (past[0] ?? [])
      .map((_, index) => past.map((own) => own[index] ?? null))
      .filter((all) => !all.includes(null))
    const alike = judged.filter((all) => all.every((value) => sign(value) === wanted)).length / judged.length
    return [
      ...expectThat(
        countOf(count) === members.length && values.every((value) => sign(value) === wanted),
        'not all of them',
      ),
      ...expectThat(prints(ends[0]?.percent ?? Number.NaN, strongest(...known)), 'not the strongest'),
      ...expectThat(prints(ends[1]?.percent ?? Number.NaN, weakest(...known)), 'not the weakest'),
      ...(first === undefined ? [] : expectThat(alike === 0, `${alike} of the weeks before`)),
      ...(share === undefined ? [] : expectThat(printsShare(Number(share), alike), `${alike} of the weeks before`)),
    ]
  },
}

/** Returns the factors of a family by its name in a sentence. */
export function familyNamed(week: PlainWeek, name: string): PlainSeries[] {
  const wanted = name.trim().toLowerCase()
  const family = week.market.families.find((each) => spaced(each.name[week.language]).toLowerCase() === wanted)
  if (!family) throw new TypeError(`no family is called ${name}`)
  return week.factors.filter((series) => series.family === family.code)
}

/** Oracles of clauses; those of one kind share a sentence. */
export const CLAUSE_ORACLES = [high, drawdown, streak, together]
