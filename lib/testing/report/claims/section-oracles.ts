/** Oracles of the commentaries, the notes about missing data, the data check, the changes and the texts of figures. */
import { monthOf, weekOf, yearOf } from '../plain-figures'
import { type ClaimOracle, expectThat, primaryOf, prints, printsShare, sign } from './oracle'
import {
  numberOf,
  type PlainMeasure,
  type PlainSeries,
  type PlainWeek,
  type PlainWindow,
  spaced,
  spreadOf,
  weeksOf,
} from './plain-market'
import { winsOf } from './point-oracles'

const FIGURE = '[+−]?[\\d.]+%|—'

/** Is this the figure, or the dash, that is printed for a value? */
function printed(text: string | undefined, value: number | null): boolean {
  return text === '—' || text === undefined ? value === null : prints(numberOf(text.replace('%', '')), value)
}

/** Returns the oracle of the paragraph about one series. */
export function commentaryOf(series: PlainSeries): ClaimOracle {
  const measure = primaryOf(series)
  const zhWeek = `(?:，为有数据以来最(?<record>高|低)|，处于历史 (?<rank>\\d+)% 分位(?<rare>，少见)?)?`
  const enWeek = `(?: \\(its (?<record>highest|lowest) on record\\)| \\((?<rare>unusual: )?(?<rank>\\d+)(?:st|nd|rd|th) percentile of its weeks\\))?`
  const [zhEnd, enEnd] = series.isFactor
    ? [
        `；年初至今多头相对股票池均值 (?<excess>${FIGURE})`,
        `; long leg against the universe average this year (?<excess>${FIGURE})`,
      ]
    : ['', '']
  return {
    type: 'commentary',
    pattern: {
      zh: new RegExp(
        `^本周(?:多空|超额)收益 (?<week>${FIGURE})${zhWeek}。\\d+ 月 (?<month>${FIGURE})，\\d+ 年 (?<year>${FIGURE})(?:，(?<periods>\\d+) (?:个月|周)中 (?<wins>\\d+) (?:个月|周)为正)?${zhEnd}。$`,
      ),
      en: new RegExp(
        `^(?:Long–short|Excess) this week (?<week>${FIGURE})${enWeek}\\. \\w+ (?<month>${FIGURE}), \\d+ (?<year>${FIGURE})(?:, positive in (?<wins>\\d+) of (?<periods>\\d+) (?:months|weeks))?${enEnd}\\.$`,
      ),
    },
    faults: (said, week) => {
      const share = week.percentile(series, measure, 'week')
      const isRare = share !== null && (share < 0.05 || share > 0.95)
      const isRecord = share === 0 || share === 1
      const won = winsAndPeriods(week, series)
      const windows: PlainWindow[] = ['week', 'month', 'year']
      return [
        ...windows.flatMap((window) =>
          expectThat(printed(said[window], week.value(series, measure, window)), `another ${window}`),
        ),
        ...expectThat((said.record !== undefined) === isRecord, 'the sentence is wrong about a record'),
        ...(said.record === undefined
          ? []
          : expectThat((said.record === '高' || said.record === 'highest') === (share === 1), 'the other end')),
        ...expectThat(isRecord || (said.rare !== undefined) === isRare, 'the sentence is wrong about an unusual value'),
        ...(said.rank === undefined
          ? expectThat(share === null || isRecord, 'no percentile')
          : expectThat(printsShare(Number(said.rank), Number(share)), `percentile ${share}`)),
        ...expectThat(
          Number(said.wins ?? 0) === won.wins && Number(said.periods ?? 0) === won.periods,
          `${won.wins} of ${won.periods}`,
        ),
        ...(series.isFactor
          ? expectThat(printed(said.excess, week.value(series, 'longExcess', 'year')), 'another excess')
          : []),
      ]
    },
  }
}

function winsAndPeriods(week: PlainWeek, series: PlainSeries): { wins: number; periods: number } {
  if (!series.isFactor) {
    const { wins, weeks } = winsOf(week, series)
    return { wins, periods: weeks }
  }
  const months = new Map<string, string[]>()
  for (const day of week.days.filter((each) => yearOf(each) === yearOf(week.asOf)))
    months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day])
  const values = [...months.values()]
    .map((days) => spreadOf(series, 'longShort', days, week.convention))
    .filter((value) => value !== null)
  return { wins: values.filter((value) => value > 0).length, periods: values.length }
}

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

const missingDays: ClaimOracle = {
  type: 'missing days',
  pattern: {
    zh: /^(?<check>缺失：)?(?<name>.+?)(?:缺 (?<days>[\d-]+(?:、[\d-]+)*)|在 (?<first>[\d-]+) 至 (?<last>[\d-]+) 间缺 (?<count>\d+) 个交易日) ?的数据(?:，包含缺失日的区间没有数值)?。$/,
    en: /^(?<check>Missing: )?(?<name>.+?) has no data for (?:(?<days>[\d-]+(?:, [\d-]+)*)|(?<count>\d+) trading days between (?<first>[\d-]+) and (?<last>[\d-]+))(?:; periods with a missing day have no value)?\.$/,
  },
  faults: ({ check, name, days, first, last, count }, week) => {
    const series = seriesNamed(week, name)
    const ended = lastOf(week, series) ?? ''
    const missing = check ? missingOf(week, series).filter((day) => day < ended) : shownMissing(week, series)
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
  missingDays,
  turned,
  notCompared,
]

/** Returns the oracle of the sentence under a line: its end, its highest and its lowest close. */
export function lineAltOf(series: PlainSeries): ClaimOracle {
  const isExcess = !series.isFactor
  return {
    type: 'line in words',
    pattern: {
      zh: /^.+?：.+?(?:自 (?<from>[\d-]+) 前一收盘的 1 至|(?:，)(?<start>[\d-]+) 至) (?<to>[\d-]+) (?:的|累计) (?<last>[+−]?[\d.]+)%?；最高 (?<max>[+−]?[\d.]+)%?（(?<maxDay>[\d-]+)），最低 (?<min>[+−]?[\d.]+)%?（(?<minDay>[\d-]+)）。$/,
      en: /^.+?: .+?(?:from 1 at the close before (?<from>[\d-]+) to (?<last>[\d.]+) on (?<to>[\d-]+)|, (?<end>[+−]?[\d.]+)% from (?<start>[\d-]+) to (?<until>[\d-]+)); highest (?<max>[+−]?[\d.]+)%? \((?<maxDay>[\d-]+)\), lowest (?<min>[+−]?[\d.]+)%? \((?<minDay>[\d-]+)\)\.$/,
    },
    faults: ({ last, end, max = '', maxDay, min = '', minDay }, week) => {
      const closes = (week.line(series) ?? []).slice(1)
      const is = (text: string, ratio: number | undefined) =>
        ratio !== undefined &&
        (isExcess ? prints(numberOf(text), ratio - 1) : Math.abs(numberOf(text) - ratio) <= 0.005 + 1e-9)
      const ratios = closes.map(({ ratio }) => ratio)
      const on = (day?: string) => closes.find((close) => close.day === day)?.ratio
      return [
        ...expectThat(is(last ?? end ?? '', ratios.at(-1)), 'another end'),
        ...expectThat(is(max, Math.max(...ratios)) && on(maxDay) === Math.max(...ratios), 'not the highest'),
        ...expectThat(is(min, Math.min(...ratios)) && on(minDay) === Math.min(...ratios), 'not the lowest'),
      ]
    },
  }
}

/** Returns the oracle of a summary of all factors: their signs in two windows, the highest and the lowest. */
export const columnsAlt: ClaimOracle = {
  type: 'columns in words',
  pattern: { zh: /^.+?：(?<parts>.+)。$/, en: /^.+?: (?<parts>(?:Week|No).+)\.$/ },
  faults: ({ parts = '' }, week) =>
    parts.split(week.language === 'zh' ? '；' : '; ').flatMap((part, index) => {
      const window = index === 0 ? 'week' : 'month'
      const values = week.factors
        .map((series) => week.value(series, 'longShort', window))
        .filter((value) => value !== null)
      const items = week.items(part)
      const counts = /(\d+) (?:个为正、|up and )(\d+) (?:个为负|down)/.exec(part)
      const [high, low] = [items[0]?.percent ?? Number.NaN, items.at(-1)?.percent ?? Number.NaN]
      const isEnds = values.length === 0 || (prints(high, Math.max(...values)) && prints(low, Math.min(...values)))
      const ends = part.match(/[+−]?\d+\.\d\d(?=%)/g)?.map(numberOf) ?? []
      const isEndsInEnglish =
        values.length === 0 ||
        (prints(ends[0] ?? Number.NaN, Math.max(...values)) && prints(ends.at(-1) ?? Number.NaN, Math.min(...values)))
      return [
        ...expectThat(week.language === 'zh' ? isEnds : isEndsInEnglish, `${window}: other ends`),
        ...(counts === null
          ? expectThat(values.length < 2, `${window}: no counts`)
          : expectThat(
              Number(counts[1]) === values.filter((value) => sign(value) === 'up').length &&
                Number(counts[2]) === values.filter((value) => sign(value) === 'down').length,
              `${window}: other counts`,
            )),
      ]
    }),
}
