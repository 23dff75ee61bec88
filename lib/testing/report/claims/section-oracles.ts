/** Oracles of the commentaries and of the texts of figures. */
import { monthOf, yearOf } from '../plain-figures'
import { type ClaimOracle, expectThat, primaryOf, prints, printsShare, sign } from './oracle'
import {
  numberOf,
  type PlainMeasure,
  type PlainSeries,
  type PlainWeek,
  type PlainWindow,
  spreadOf,
} from './plain-market'
import { winsOf } from './point-faults'

const FIGURE = '[+−]?[\\d.]+%|—'

/** Is this the figure, or the dash, that is printed for a value? */
export function printed(text: string | undefined, value: number | null): boolean {
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
      const won = winsAndPeriods(week, series, measure)
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

/** Returns the won and all months of the year for a measure of a factor, weeks for a portfolio. */
export function winsAndPeriods(
  week: PlainWeek,
  series: PlainSeries,
  measure: PlainMeasure,
): { wins: number; periods: number } {
  if (!series.isFactor) {
    const { wins, weeks } = winsOf(week, series)
    return { wins, periods: weeks }
  }
  const months = new Map<string, string[]>()
  for (const day of week.days.filter((each) => yearOf(each) === yearOf(week.asOf)))
    months.set(monthOf(day), [...(months.get(monthOf(day)) ?? []), day])
  const values = [...months.values()]
    .map((days) => spreadOf(series, measure, days, week.convention))
    .filter((value) => value !== null)
  return { wins: values.filter((value) => value > 0).length, periods: values.length }
}

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
