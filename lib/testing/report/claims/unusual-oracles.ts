import { type ClaimOracle, countOf, expectThat, primaryOf, prints, type Said, weekOfSeries } from './oracle'
import type { PlainMeasure, PlainSeries, PlainWeek, PlainWindow } from './plain-market'

type Side = 'high' | 'low'

interface Unusual {
  series: PlainSeries
  measure: PlainMeasure
  side: Side
}

/** Returns every figure of a window that lies outside the 5th to 95th percentile of its own past. */
export function unusualIn(week: PlainWeek, window: PlainWindow): Unusual[] {
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
    zh: /^历史不足 52 周，暂不判断是否少见。$/,
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

export const UNUSUAL_ORACLES = [unusual, others, quiet, tooShort, nothing]
