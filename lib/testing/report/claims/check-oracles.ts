/** Oracles of the data check, the notes about missing data and the changes since the week before. */
import { weekOf, yearOf } from '../plain-figures'
import { type ClaimOracle, expectThat, prints, sign } from './oracle'
import {
  numberOf,
  type PlainMeasure,
  type PlainSeries,
  type PlainWeek,
  spaced,
  spreadOf,
  weeksOf,
} from './plain-market'

function seriesNamed(week: PlainWeek, name = ''): PlainSeries {
  const found = week.market.series.find((series) => spaced(series.name[week.language]) === name)
  if (!found) throw new TypeError(`no series has the name ${name}`)
  return found
}

/** Returns the trading days since inception without a row. */
function missingOf(week: PlainWeek, series: PlainSeries): string[] {
  return week.days.filter((day) => day >= series.inception && !series.rows.has(day))
}

/** Returns the last trading day with a row. */
function lastOf(week: PlainWeek, series: PlainSeries): string | undefined {
  return week.days.findLast((day) => day >= series.inception && series.rows.has(day))
}

/** Is it true that the year or the week begins before this day? */
function beginsBefore(week: PlainWeek, day: string): boolean {
  const shown = week.days.filter((each) => yearOf(each) === yearOf(week.asOf) || weekOf(each) === weekOf(week.asOf))
  return (shown[0] ?? '') < day
}

/** Returns the missing days of the year and the week. */
function shownMissing(week: PlainWeek, series: PlainSeries): string[] {
  return missingOf(week, series).filter((day) => yearOf(day) === yearOf(week.asOf) || weekOf(day) === weekOf(week.asOf))
}

const late: ClaimOracle = {
  type: 'late',
  pattern: {
    zh: /^(?:延迟：)?(?<name>.+?)的数据截至 (?<last>[\d-]+)，(?:比截至日少 (?<count>\d+) 个交易日|晚于该日的区间没有数值)。$/,
    en: /^(?:Late: )?Data of (?<name>.+?) end on (?<last>[\d-]+)(?:, (?<count>one|\d+) trading days? before the as-of date|; periods that run past it have no value)\.$/,
  },
  faults: ({ name, last, count }, week) => {
    const series = seriesNamed(week, name)
    const after = week.days.filter((day) => day > (last ?? '')).length
    return [
      ...expectThat(lastOf(week, series) === last && after > 0, `they end on ${lastOf(week, series)}`),
      ...(count === undefined ? [] : expectThat((count === 'one' ? 1 : Number(count)) === after, `${after} days`)),
    ]
  },
}

const noData: ClaimOracle = {
  type: 'no data',
  pattern: { zh: /^(?:延迟：)?(?<name>.+?)没有数据。$/, en: /^(?:Late: )?(?<name>.+?) has no data\.$/ },
  faults: ({ name }, week) => expectThat(lastOf(week, seriesNamed(week, name)) === undefined, 'it has'),
}

const inception: ClaimOracle = {
  type: 'before inception',
  pattern: {
    zh: /^(?<name>.+?)自 (?<day>[\d-]+) 起有数据，更早开始的区间没有数值。$/,
    en: /^(?<name>.+?) has data from (?<day>[\d-]+); periods that begin earlier have no value\.$/,
  },
  faults: ({ name, day = '' }, week) => {
    const series = seriesNamed(week, name)
    const first = [...series.rows.keys()].sort()[0]
    return expectThat(
      series.inception === day && first === day && beginsBefore(week, day),
      `the first row is of ${first}`,
    )
  },
}

const lateStart: ClaimOracle = {
  type: 'data after inception',
  pattern: {
    zh: /^(?:缺失：)?(?<name>.+?)自 (?<first>[\d-]+) 起有数据(?:（起始日为 (?<noted>[\d-]+)）(?:，此后缺 (?<count>\d+) 个交易日)?，更早开始(?:或包含缺失日)?的区间没有数值|，晚于起始日 (?<inception>[\d-]+))。$/,
    en: /^(?:Missing: )?(?<name>.+?) has data from (?<first>[\d-]+), after its inception on (?<inception>[\d-]+)(?:, and lacks (?<count>one|\d+) trading days? since)?(?:; periods that begin earlier(?: or have a missing day)? have no value)?\.$/,
  },
  faults: ({ name, first = '', noted, inception = noted, count }, week) => {
    const series = seriesNamed(week, name)
    const days = [...series.rows.keys()].sort().filter((day) => day >= series.inception)
    const lacking = shownMissing(week, series).filter((day) => day > first).length
    return [
      ...expectThat(
        series.inception === inception && days[0] === first && first > inception,
        `it begins on ${days[0]}`,
      ),
      ...expectThat(count === undefined || (count === 'one' ? 1 : Number(count)) === lacking, `${lacking} days`),
    ]
  },
}

const missingDays: ClaimOracle = {
  type: 'missing days',
  pattern: {
    zh: /^(?<check>缺失：)?(?<name>.+?)(?:缺 (?<days>[\d-]+(?:、[\d-]+)*)|在 (?<first>[\d-]+) 至 (?<last>[\d-]+) 间缺 (?<count>\d+) 个交易日) ?的数据(?:，包含缺失日的区间没有数值)?。$/,
    en: /^(?<check>Missing: )?(?<name>.+?) has no data for (?:(?<days>[\d-]+(?:, [\d-]+)*)|(?<count>\d+) trading days between (?<first>[\d-]+) and (?<last>[\d-]+))(?:; periods with a missing day have no value)?\.$/,
  },
  faults: ({ check, name, days, first, last, count }, week) => {
    const series = seriesNamed(week, name)
    const ended = lastOf(week, series) ?? ''
    const begun = [...series.rows.keys()].sort()[0] ?? ''
    const inLife = (day: string) => day > begun && day < ended
    const missing = check ? missingOf(week, series).filter(inLife) : shownMissing(week, series)
    if (days !== undefined) return expectThat(days.split(/、|, /).join() === missing.join(), `${missing}`)
    return expectThat(
      Number(count) === missing.length && first === missing[0] && last === missing.at(-1),
      `${missing.length} days`,
    )
  },
}

const complete: ClaimOracle = {
  type: 'data check passed',
  pattern: {
    zh: /^(?<count>\d+) 条序列截至 (?<asOf>[\d-]+) 全部通过数据检查(?:，另有 (?<later>\d+) 条尚未开始)?。$/,
    en: /^(?:The only series|All (?<count>\d+) series)(?: with data)? passed the data checks as of (?<asOf>[\d-]+)(?:; (?<later>\d+) begins? later)?\.$/,
  },
  faults: ({ count = '1', asOf, later = '0' }, week) => {
    const begun = week.market.series.filter((series) => series.inception <= week.asOf)
    return [
      ...expectThat(asOf === week.asOf && Number(count) === begun.length, `${begun.length} have begun`),
      ...expectThat(Number(later) === week.market.series.length - begun.length, 'another number begins later'),
      ...begun.filter((series) => missingOf(week, series).length > 0).map(({ code }) => `${code} lacks a day`),
      ...begun
        .filter((series) => series.rows.size > 2 && staleLegs(week, series).length > 0)
        .map(({ code }) => `${code} is stale`),
    ]
  },
}

const noneBegun: ClaimOracle = {
  type: 'no series has begun',
  pattern: { zh: /^截至 (?<asOf>[\d-]+) 尚无序列有数据。$/, en: /^No series has data as of (?<asOf>[\d-]+)\.$/ },
  faults: (_, week) =>
    expectThat(
      week.market.series.every((series) => series.inception > week.asOf),
      'one has',
    ),
}

/** Returns how often each leg has repeated its last value, where that is three days or more. */
function staleLegs(week: PlainWeek, series: PlainSeries): number[] {
  const rows = week.days.map((day) => (day >= series.inception ? series.rows.get(day) : undefined))
  const last = rows.at(-1)
  return (last ?? [])
    .map((value, leg) => rows.length - 1 - rows.findLastIndex((row) => row?.[leg] !== value))
    .filter((count) => count >= 3)
}

const stale: ClaimOracle = {
  type: 'stale',
  pattern: {
    zh: /^数值未更新：(?<name>.+?)的(?:多头|空头|基准|组合)收益连续 (?<count>\d+) 个交易日数值相同，截至 (?<last>[\d-]+)。$/,
    en: /^Stale: (?<name>.+?): the .+? return is the same on (?<count>\d+) trading days in a row, up to (?<last>[\d-]+)\.$/,
  },
  faults: ({ name, count, last }, week) =>
    expectThat(
      last === week.asOf && staleLegs(week, seriesNamed(week, name)).includes(Number(count)),
      'no leg is stale',
    ),
}

const outlier: ClaimOracle = {
  type: 'outlier',
  pattern: {
    zh: /^异常值：(?<name>.+?) (?<day>[\d-]+) 的单日(?<measure>多空|多头超额|超额)收益为 (?<value>[+−][\d.]+)%，偏离此前（至多三年）均值 (?<deviations>[+−][\d.]+) 个标准差。$/,
    en: /^Outlier: (?<name>.+?): the daily (?<measure>long–short|long excess|excess) return of (?<day>[\d-]+), (?<value>[+−][\d.]+)%, is (?<deviations>[+−][\d.]+) standard deviations from its mean over the previous days \(up to three years\)\.$/,
  },
  faults: ({ name, day = '', measure, value = '', deviations = '' }, week) => {
    const series = seriesNamed(week, name)
    const kinds: Record<string, PlainMeasure> = {
      多空: 'longShort',
      'long–short': 'longShort',
      多头超额: 'longExcess',
      'long excess': 'longExcess',
    }
    const kind = kinds[measure ?? ''] ?? 'excess'
    const of = (each: string) => spreadOf(series, kind, [each], week.convention)
    const before = week.days.filter(
      (each) => each < (week.days.find((first) => weekOf(first) === weekOf(week.asOf)) ?? ''),
    )
    const past = before
      .slice(-756)
      .map(of)
      .filter((each) => each !== null)
    const mean = past.reduce((sum, each) => sum + each, 0) / past.length
    const deviation = Math.sqrt(past.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (past.length - 1))
    const score = (Number(of(day)) - mean) / deviation
    return expectThat(
      prints(numberOf(value), of(day)) && Math.abs(score - numberOf(deviations)) <= 0.05 + 1e-9,
      `${score} deviations`,
    )
  },
}

const turned: ClaimOracle = {
  type: 'turned',
  pattern: {
    zh: /^转(?<side>正|负)：(?<who>.+)$/,
    en: /^Turned (?<side>positive|negative): (?<who>.+)$/,
  },
  faults: ({ side, who = '' }, week) => {
    const wanted = side === '正' || side === 'positive' ? 'up' : 'down'
    const found = week.factors.filter((series) => {
      const [before, now] = [
        week.pastWeeks(series, 'longShort').at(-1) ?? null,
        week.value(series, 'longShort', 'week'),
      ]
      return before !== null && sign(now) === wanted && sign(before) !== wanted
    })
    const named = week.mentioned(who)
    return expectThat(
      named.length === found.length && found.every((series) => named.includes(series)),
      `${found.map(({ code }) => code)} turned`,
    )
  },
}

const notCompared: ClaimOracle = {
  type: 'no week before',
  pattern: {
    zh: /^(?:(?<first>数据从本周开始，没有上周可比较)|上周没有因子收益，无法比较)。$/,
    en: /^(?:(?<first>Data begin with this week; there is no earlier week to compare with)|No factor has a return for last week, so there is nothing to compare)\.$/,
  },
  faults: ({ first }, week) => {
    const before = weeksOf(week.days).length > 1
    const none = week.factors.every(
      (series) =>
        (week.pastWeeks(series, 'longShort').at(-1) ?? null) === null ||
        week.value(series, 'longShort', 'week') === null,
    )
    return expectThat(first === undefined ? none : !before, 'there is one')
  },
}

export const CHECK_ORACLES = [
  noneBegun,
  complete,
  stale,
  outlier,
  late,
  noData,
  inception,
  lateStart,
  missingDays,
  turned,
  notCompared,
]
