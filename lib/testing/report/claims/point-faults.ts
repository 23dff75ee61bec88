/** What the parts of key points about returns must agree with. Each function returns what is wrong, in words. */
import { countOf, expectThat, primaryOf, prints, printsShare, type Said, sign, weekOfSeries } from './oracle'
import { numberOf, type PlainSeries, type PlainWeek, type PlainWindow, spaced } from './plain-market'

/** Counts the weeks that end in the year, and those above zero. */
export function winsOf(week: PlainWeek, series: PlainSeries): { wins: number; weeks: number } {
  const ends = week.market.days.filter((day) => day <= week.asOf)
  const past = week.pastWeeks(series, 'excess')
  const lastDays = ends.filter(
    (day, index) => index === ends.length - 1 || mondayNumber(day) !== mondayNumber(ends[index + 1] ?? ''),
  )
  const values = [...past, week.value(series, 'excess', 'week')].filter(
    (value, index) => lastDays[index]?.slice(0, 4) === week.asOf.slice(0, 4) && value !== null,
  )
  return { wins: values.filter((value) => Number(value) > 0).length, weeks: values.length }
}

function mondayNumber(day: string): number {
  return Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
}

export function rankedBy(week: PlainWeek, window: PlainWindow, side: 'up' | 'down') {
  return week.factors
    .map((series) => ({ series, value: week.value(series, 'longShort', window) }))
    .filter(({ value }) => sign(value) === side)
    .sort((a, b) => (side === 'up' ? -1 : 1) * (Number(a.value) - Number(b.value)))
}

export function wrongItems(week: PlainWeek, items: ReturnType<PlainWeek['items']>, window: PlainWindow): string[] {
  return items
    .filter(({ series, percent }) => !prints(percent, week.value(series, primaryOf(series), window)))
    .map(({ series }) => `${spaced(series.short.en)} has another figure`)
}

/** No factor that is not named lies before the last one named. */
export function inOrder(
  week: PlainWeek,
  items: ReturnType<PlainWeek['items']>,
  window: PlainWindow,
  side: 'up' | 'down',
): string[] {
  const named = new Set(items.map(({ series }) => series))
  const last = items.at(-1)?.percent ?? 0
  const passed = rankedBy(week, window, side).filter(
    ({ series, value }) =>
      !named.has(series) && (side === 'up' ? Number(value) * 100 > last + 0.005 : Number(value) * 100 < last - 0.005),
  )
  return passed.map(({ series }) => `${series.code} is left out`)
}

/** Compares percentile, record and z-score with the past weeks. Without a reason the history must be short, or be tied. */
export function wrongReason(week: PlainWeek, series: PlainSeries, { record, rank, z }: Said): string[] {
  const share = week.percentile(series, primaryOf(series), 'week')
  if (record === undefined && rank === undefined) return []
  if (share === null) return ['the history is too short']
  const isHigh = record === '高' || record === 'highest'
  const past = week.past(series, primaryOf(series))
  const now = Number(weekOfSeries(week, series))
  return [
    ...(record === undefined
      ? expectThat(printsShare(Number(rank), share), `the percentile is ${share}`)
      : expectThat(
          past.every((value) => (isHigh ? value < now : value > now)),
          'it is no record',
        )),
    ...(z === undefined ? [] : wrongScore(week, series, numberOf(z))),
  ]
}

function wrongScore(week: PlainWeek, series: PlainSeries, said: number): string[] {
  const since = `${Number(week.asOf.slice(0, 4)) - 3}${week.asOf.slice(4)}`
  const ends = lastDaysOf(week)
  const past = week
    .pastWeeks(series, primaryOf(series))
    .filter((value, index) => (ends[index] ?? '') > since && value !== null)
  const known = past.map(Number)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)
  const score = (Number(weekOfSeries(week, series)) - mean) / Math.sqrt(variance)
  return expectThat(Math.abs(score - said) <= 0.05 + 1e-9, `the z-score is ${score}`)
}

function lastDaysOf({ days }: PlainWeek): string[] {
  return days.filter((day, index) => mondayNumber(day) !== mondayNumber(days[index + 1] ?? '9999-12-31'))
}

export function wrongYearReason(week: PlainWeek, series: PlainSeries, reason: string | undefined): string[] {
  const share = week.percentile(series, 'longShort', 'year')
  const isUnusual = share !== null && (share < 0.05 || share > 0.95)
  if (reason === undefined) return expectThat(!isUnusual, `${series.code} is unusual, and nothing says so`)
  const rank = /\d+/.exec(reason)?.[0]
  if (share === null || !isUnusual) return [`${series.code} is not unusual`]
  if (rank !== undefined) return expectThat(printsShare(Number(rank), share), `the percentile is ${share}`)
  return expectThat(share === (/最高|highest/.test(reason) ? 1 : 0), 'it is no record')
}

const TALLY = {
  zh: [/^(?<data>有数据的)?(?<all>.+?)个因子全部为(?<side>正|负)$/, /^(?<up>.+?)正(?<down>.+?)负(?:(?<flat>.+)平)?$/],
  en: [
    /^all (?<all>\d+)(?<data> with data)? (?<side>up|down)$/,
    /^(?<up>\d+) up, (?<down>\d+) down(?:, (?<flat>\d+) flat)?$/,
  ],
}

export function wrongTally(text: string | undefined, window: 'month' | 'year', week: PlainWeek): string[] {
  const [all, mixed] = TALLY[week.language]
  const signs = week.factors.map((series) => sign(week.value(series, 'longShort', window)))
  const count = (wanted: string) => signs.filter((each) => each === wanted).length
  const whole = all?.exec(text ?? '')?.groups
  if (whole) {
    const side = whole.side === '正' || whole.side === 'up' ? 'up' : 'down'
    const known = signs.length - count('none')
    return [
      ...expectThat(countOf(whole.all) === known && count(side) === known, `${window}: not all ${known} are ${side}`),
      ...expectThat((whole.data !== undefined) === known < signs.length, `${window}: factors without data are counted`),
    ]
  }
  const said = mixed?.exec(text ?? '')?.groups
  if (!said) return [`not understood: ${text}`]
  const isRight = countOf(said.up) === count('up') && countOf(said.down) === count('down')
  return expectThat(
    isRight && countOf(said.flat ?? '0') === count('flat'),
    `${window}: ${count('up')} up, ${count('down')} down`,
  )
}
