/** Oracles of key points about highs, drawdowns, streaks, families and unusual figures. */
import { weekOf } from '../plain-figures'
import {
  type ClaimOracle,
  countOf,
  expectThat,
  primaryOf,
  prints,
  printsShare,
  type Said,
  sign,
  weekOfSeries,
} from './oracle'
import { numberOf, type PlainMeasure, type PlainSeries, type PlainWeek, type PlainWindow, spaced } from './plain-market'

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
    zh: /^(?<name>.+?)(?:多空相对强弱|对指数的净值比)(?:于 (?<day>[\d-]+) )?创历史新高，为(?:(?<inception>成立以来)|(?<weeks>.+?)周来)首次，本周 (?<now>[+−]?[\d.]+)%。$/,
    en: /^(?:Relative strength of (?<name>.+?)|NAV ratio of (?<portfolio>.+?) to its index) reached a new high(?: on (?<day>[\d-]+))?, the first (?:(?<inception>since inception)|in (?<weeks>\d+) weeks); (?<now>[+−]?[\d.]+)% this week\.$/,
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
    zh: /^(?<name>.+?)本周 (?<now>[+−]?[\d.]+)%，(?:多空相对强弱|对指数的净值比)较高点回撤 (?<depth>[\d.]+)%，(?:(?<record>为有数据以来最深)|(?<day>[\d-]+) 曾达 (?<low>[\d.]+)%，为有数据以来最深|历史上(?<less>不到|仅) (?<share>\d+)% 的交易日更深)。$/,
    en: /^(?<name>.+?) returned (?<now>[+−]?[\d.]+)% this week; its (?:relative strength|NAV ratio to the index) is (?<depth>[\d.]+)% below its peak, (?:(?<record>the deepest drawdown on record)|after (?<low>[\d.]+)% on (?<day>[\d-]+), the deepest on record|deeper on (?<less>less than|only) (?<share>\d+)% of past days)\.$/,
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
    zh: /^(?<name>.+?)连续(?<weeks>.+?)周为(?<side>正|负)，本周 (?<now>[+−]?[\d.]+)%。$/,
    en: /^(?<name>.+?) has been (?<side>positive|negative) for (?<weeks>\d+) weeks in a row, (?<now>[+−]?[\d.]+)% this week\.$/,
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
    zh: /^(?<family>.+?)(?<count>[零一二两三四五六七八九十]+)个因子同(?<side>涨|跌)：(?<from>.+%) 至(?<to>.+?%)(?:，(?:(?<first>有数据以来首次)|历史上 (?<share>\d+)% 的周同[涨跌]))?。$/,
    en: /^All (?<count>\d+) factors of (?<family>.+?) (?<side>rose|fell), from (?<from>.+%) to (?<to>.+?%)(?:, (?:(?<first>for the first time on record)|as in (?<share>\d+)% of past weeks))?\.$/,
  },
  faults: ({ family = '', count, side, from, to, first, share }, week) => {
    const members = familyNamed(week, family)
    const wanted = side === '涨' || side === 'rose' ? 'up' : 'down'
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

type Side = 'high' | 'low'

interface Unusual {
  series: PlainSeries
  measure: PlainMeasure
  side: Side
}

/** Returns every figure of a window that lies outside the 5th to 95th percentile of its own past. */
function unusualIn(week: PlainWeek, window: PlainWindow): Unusual[] {
  const measures: PlainMeasure[] = ['longShort', 'longExcess', 'excess']
  return measures.flatMap((measure) =>
    week.market.series
      .filter(({ isFactor }) => isFactor === (measure !== 'excess'))
      .flatMap((series): Unusual[] => {
        const share = week.percentile(series, measure, window)
        if (share === null || (share >= 0.05 && share <= 0.95)) return []
        return [{ series, measure, side: share > 0.95 ? 'high' : 'low' }]
      }),
  )
}

const MEASURE_NAMES: Record<string, PlainMeasure> = {
  多空收益: 'longShort',
  多头超额: 'longExcess',
  超额收益: 'excess',
  'long–short return': 'longShort',
  'long excess': 'longExcess',
  'excess return': 'excess',
}

interface Group {
  window: PlainWindow
  measure: PlainMeasure
  side: Side
  count: number
  items: string
}

/** Reads "2024 long excess 2 high (A +8.02%, …), 6 low (C −10.59%, …)" and the Chinese form. */
function groupsOf(text = '', week: PlainWeek): Group[] {
  const isChinese = week.language === 'zh'
  return text.split(isChinese ? '；' : '; ').flatMap((part) => {
    const names = Object.keys(MEASURE_NAMES).join('|')
    const head = new RegExp(`^(?<label>.*?)(?<measure>${names})(?<sides>.*)$`).exec(part)?.groups
    if (!head) throw new TypeError(`not understood: ${part}`)
    const label = (head.label ?? '').trim()
    const window = label === '' ? 'week' : /^\d{4}/.test(label) ? 'year' : 'month'
    const side = isChinese
      ? /(?<side>偏高|偏低)(?<count>.+?)项（(?<items>.+?)）/g
      : /(?<count>\d+) (?<side>high|low) \((?<items>.+?%(?:, …)?)\)(?=, \d+ |$)/g
    return [...(head.sides ?? '').matchAll(side)].map(
      ({ groups }): Group => ({
        window,
        measure: MEASURE_NAMES[head.measure ?? ''] ?? 'longShort',
        side: groups?.side === '偏高' || groups?.side === 'high' ? 'high' : 'low',
        count: countOf(groups?.count),
        items: groups?.items ?? '',
      }),
    )
  })
}

function inGroup(all: Unusual[], { measure, side }: Group): Unusual[] {
  return all.filter((one) => one.measure === measure && one.side === side)
}

function wrongNames(group: Group, week: PlainWeek): string[] {
  const found = new Set(inGroup(unusualIn(week, group.window), group).map(({ series }) => series))
  return week
    .items(group.items)
    .filter(
      ({ series, percent }) => !found.has(series) || !prints(percent, week.value(series, group.measure, group.window)),
    )
    .map(({ series }) => `${series.code} is not unusual, or has another figure`)
}

const unusual: ClaimOracle = {
  type: 'unusual month or year',
  pattern: {
    zh: /^在历史同长区间 5%–95% 分位之外：(?<groups>.+)。$/,
    en: /^Outside the 5th to 95th percentile of past periods of the same length: (?<groups>.+)\.$/,
  },
  faults: ({ groups }, week) => {
    const mentioned = groupsOf(groups, week)
    return [
      ...mentioned.flatMap((group) => [
        ...wrongNames(group, week),
        ...expectThat(
          inGroup(unusualIn(week, group.window), group).length === group.count,
          `${group.window} ${group.measure} ${group.side} has another count`,
        ),
      ]),
      ...unmentionedToDate(mentioned, week),
    ]
  },
}

/** Returns a fault unless all unusual figures of month and year are mentioned. In January the two are the same. */
export function unmentionedToDate(mentioned: Group[], week: PlainWeek): string[] {
  const windows: PlainWindow[] = week.asOf.slice(5, 7) === '01' ? ['year'] : ['month', 'year']
  const total = windows.reduce((sum, window) => sum + unusualIn(week, window).length, 0)
  const count = mentioned.reduce((sum, group) => sum + group.count, 0)
  return expectThat(total === count, `${total} are unusual, ${count} are mentioned`)
}

const others: ClaimOracle = {
  type: 'others unusual',
  pattern: {
    zh: /^另有(?<count>.+?)项单周收益在历史 5%–95% 分位之外：(?<groups>.+)。$/,
    en: /^(?<count>\d+) more outside the 5th to 95th percentile of past weeks: (?<groups>.+)\.$/,
  },
  faults: ({ count, groups }, week, otherPoints) => {
    const mentioned = groupsOf(groups, week)
    const all = unusualIn(week, 'week')
    const named = new Set(week.mentioned(otherPoints))
    const unmentioned = all.filter(({ measure, series }) => measure === 'longExcess' || !named.has(series))
    return [
      ...mentioned.flatMap((group) => wrongNames(group, week)),
      ...expectThat(
        countOf(count) === mentioned.reduce((sum, group) => sum + group.count, 0),
        'the groups do not add up',
      ),
      ...unmentioned
        .filter(({ measure, side }) => !mentioned.some((group) => group.measure === measure && group.side === side))
        .map(({ series, measure }) => `${series.code} ${measure} is not mentioned`),
      ...mentioned
        .filter((group) => group.count > inGroup(all, group).length || group.count < inGroup(unmentioned, group).length)
        .map(({ measure, side }) => `${measure} ${side} has another count`),
    ]
  },
}

const quiet: ClaimOracle = {
  type: 'nothing unusual',
  pattern: {
    zh: /^(?<rest>其余)?各项单周(?:多空与超额)?收益均在历史 5%–95% 分位之内(?:，另有(?<young>.+?)条序列历史不足 52 周，未作判断)?。$/,
    en: /^All (?<rest>other )?weekly (?:long–short and excess )?returns are within the 5th to 95th percentile of past weeks(?:; (?<young>\d+) with less than 52 weeks of history are not judged)?\.$/,
  },
  faults: ({ rest, young }, week, otherPoints) => {
    const named = new Set(rest === undefined ? [] : week.mentioned(otherPoints))
    const unmentioned = unusualIn(week, 'week').filter(
      ({ measure, series }) => measure === 'longExcess' || !named.has(series),
    )
    return [
      ...unmentioned.map(({ series, measure }) => `${series.code} ${measure} lies outside`),
      ...expectThat(countOf(young ?? '0') === youngOf(week).length, `${youngOf(week).length} have a short history`),
    ]
  },
}

/** Returns the series with a week but too short a history to judge it. */
function youngOf(week: PlainWeek): PlainSeries[] {
  return week.market.series.filter((series) => {
    const measures: PlainMeasure[] = series.isFactor ? ['longShort', 'longExcess'] : ['excess']
    return measures.some(
      (measure) => week.value(series, measure, 'week') !== null && week.percentile(series, measure, 'week') === null,
    )
  })
}

const tooShort: ClaimOracle = {
  type: 'history too short',
  pattern: {
    zh: /^历史不足 52 周，暂不判断是否异常。$/,
    en: /^Less than 52 weeks of history: too short to call a week unusual\.$/,
  },
  faults: (_: Said, week) =>
    expectThat(
      week.market.series.every((series) => week.past(series, primaryOf(series)).length < 52),
      'a series has 52 weeks',
    ),
}

const nothing: ClaimOracle = {
  type: 'nothing to compare',
  pattern: { zh: /^本周没有可与历史比较的数值。$/, en: /^No figure of this week can be compared with history\.$/ },
  faults: (_, week) =>
    expectThat(
      week.market.series.every((series) => weekOfSeries(week, series) === null),
      'a series has a week',
    ),
}

export const HISTORY_ORACLES = [high, drawdown, streak, together, unusual, others, quiet, tooShort, nothing]
