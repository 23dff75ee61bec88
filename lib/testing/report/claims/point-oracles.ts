/** Oracles of key points about the returns of week, month and year. */
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
import { numberOf, type PlainSeries, type PlainWeek, type PlainWindow, spaced } from './plain-market'

const ZH_REASON = '(?:（(?:有数据以来最(?<record>高|低)|历史 (?<rank>\\d+)% 分位)(?:，z 值 (?<z>[+−]?[\\d.]+))?）)? ?'
const EN_REASON =
  '(?: \\((?:its (?<record>highest|lowest) on record|(?<rank>\\d+)(?:st|nd|rd|th) percentile of its weeks)(?:, z (?<z>[+−]?[\\d.]+))?\\))?'

function leaders(side: 'up' | 'down'): ClaimOracle {
  const zh = side === 'up' ? { last: '居首', sign: '正' } : { last: '跌幅最大', sign: '负' }
  const en =
    side === 'up'
      ? { last: '(?:led|tied for the lead)', sign: 'positive' }
      : { last: '(?:was|were) weakest', sign: 'negative' }
  return {
    type: `leaders ${side}`,
    pattern: {
      zh: new RegExp(
        `^(?<first>[^（；]+?)${ZH_REASON}(?:并列)?${zh.last}(?:，(?<next>.+?) 次之)?；(?<count>.+)个因子为${zh.sign}。$`,
      ),
      en: new RegExp(
        `^(?<first>.+?%)${EN_REASON} ${en.last}(?:, followed by (?<next>.+?))?; (?<count>\\d+) factors were ${en.sign}\\.$`,
      ),
    },
    faults: ({ first, next, count, ...reason }, week) => {
      const ranked = rankedBy(week, 'week', side)
      const [leading, following] = [week.items(first), week.items(next)]
      const best = ranked[0]?.value ?? null
      return [
        ...expectThat(countOf(count) === ranked.length, `${ranked.length} factors are ${side}`),
        ...expectThat(
          leading.every(({ percent }) => prints(percent, best)),
          'the first is not first',
        ),
        ...wrongItems(week, [...leading, ...following], 'week'),
        ...inOrder(week, [...leading, ...following], 'week', side),
        ...expectThat(
          ranked.slice(0, leading.length + following.length).length === leading.length + following.length,
          'too many',
        ),
        ...(leading[0] ? wrongReason(week, leading[0].series, reason) : ['nobody leads']),
      ]
    },
  }
}

function only(side: 'up' | 'down'): ClaimOracle {
  return {
    type: `only ${side}`,
    pattern: {
      zh: new RegExp(`^只有(?<first>[^（]+?)${ZH_REASON}为${side === 'up' ? '正' : '负'}。$`),
      en: new RegExp(`^Only (?<first>.+?%)${EN_REASON} was ${side === 'up' ? 'positive' : 'negative'}\\.$`),
    },
    faults: ({ first, ...reason }, week) => {
      const ranked = rankedBy(week, 'week', side)
      const [item] = week.items(first)
      if (!item) return ['nobody is named']
      return [
        ...expectThat(ranked.length === 1 && ranked[0]?.series === item.series, 'it is not the only one'),
        ...wrongItems(week, [item], 'week'),
        ...wrongReason(week, item.series, reason),
      ]
    },
  }
}

function none(side: 'up' | 'down'): ClaimOracle {
  return {
    type: `none ${side}`,
    pattern: {
      zh: new RegExp(`^没有因子的多空收益为${side === 'up' ? '正' : '负'}。$`),
      en: new RegExp(`^No factor had a ${side === 'up' ? 'positive' : 'negative'} long–short return\\.$`),
    },
    faults: (_, week) => expectThat(rankedBy(week, 'week', side).length === 0, 'a factor is'),
  }
}

const turn: ClaimOracle = {
  type: 'reversal',
  pattern: {
    zh: /^(?<name>.+?)本周 (?<now>[+−][\d.]+)%，与 (?:(?<label>\d+ 月)的 (?<month>[+−][\d.]+)% 和 )?(?<labelYear>\d+) 年以来的 (?<year>[+−][\d.]+)% 方向相反。$/,
    en: /^(?<name>.+?) returned (?<now>[+−][\d.]+)% this week, against (?:(?<month>[+−][\d.]+)% in \w+ and )?(?<year>[+−][\d.]+)% in (?<labelYear>\d+) so far\.$/,
  },
  faults: ({ name = '', now = '', month, year = '' }, week) => {
    const series = week.named(name.trim())
    const value = (window: PlainWindow) => week.value(series, primaryOf(series), window)
    const [own, other] = [sign(value('week')), sign(value('year'))]
    return [
      ...expectThat(prints(numberOf(now), value('week')) && prints(numberOf(year), value('year')), 'wrong figures'),
      ...expectThat(own !== other && own !== 'flat' && other !== 'flat', 'not against the year'),
      ...(month === undefined
        ? []
        : expectThat(
            prints(numberOf(month), value('month')) && sign(value('month')) === other,
            'not against the month',
          )),
    ]
  },
}

const longer: ClaimOracle = {
  type: 'month and year',
  pattern: {
    zh: /^(?:\d+ 月(?<month>[^，]+?)，\d+ 年(?<year>[^；]+)|\d+ 年 \d+ 月(?<january>[^；]+))；年初至今(?<best>[^（）]+?%) 最好(?<bestReason>（.+?）)?(?:，(?<worst>[^（）]+?) 最差(?<worstReason>（.+?）)?)?。$/,
    en: /^(?:\w+: (?<month>[^;]+); \d+: (?<year>[^.]+)|\w+ \d+: (?<january>[^.]+))\. Best year to date (?<best>.+?%)(?<bestReason> \(.+?\))?(?:, worst (?<worst>.+?%)(?<worstReason> \(.+?\))?)?\.$/,
  },
  faults: ({ month, year, january, best, bestReason, worst, worstReason }, week) => {
    const known = week.factors.filter((series) => week.value(series, 'longShort', 'year') !== null)
    const values = known.map((series) => Number(week.value(series, 'longShort', 'year')))
    const [top, bottom] = [week.items(best), week.items(worst)]
    return [
      ...(january === undefined
        ? [...wrongTally(month, 'month', week), ...wrongTally(year, 'year', week)]
        : [...wrongTally(january, 'year', week), ...wrongTally(january, 'month', week)]),
      ...wrongItems(week, [...top, ...bottom], 'year'),
      ...expectThat(
        top.every(({ percent }) => prints(percent, Math.max(...values))),
        'not the best',
      ),
      ...expectThat(
        worst === undefined || bottom.every(({ percent }) => prints(percent, Math.min(...values))),
        'not the worst',
      ),
      ...expectThat(
        worst !== undefined || prints(top[0]?.percent ?? Number.NaN, Math.min(...values)),
        'no worst is named',
      ),
      ...[
        ...(top.length === 1 ? [[top[0], bestReason] as const] : []),
        ...(bottom.length === 1 ? [[bottom[0], worstReason] as const] : []),
      ].flatMap(([item, reason]) => (item ? wrongYearReason(week, item.series, reason) : [])),
    ]
  },
}

const longerNone: ClaimOracle = {
  type: 'no year yet',
  pattern: { zh: /^\d+ 年至今没有可计算的因子。$/, en: /^No factor has a return for \d+ yet\.$/ },
  faults: (_, week) =>
    expectThat(
      week.factors.every((series) => week.value(series, 'longShort', 'year') === null),
      'a factor has a value',
    ),
}

const PORTFOLIO = {
  zh: new RegExp(
    `^(?<name>.+?)(?:(?<side>跑赢|跑输)指数 (?<size>[\\d.]+)%|与指数持平)${ZH_REASON}(?:，(?<label>\\d+) 年超额 (?<year>[+−]?[\\d.]+)%)?(?:，周胜率 (?<wins>\\d+)/(?<weeks>\\d+))?$`,
  ),
  en: new RegExp(
    `^(?<name>.+?) (?:(?<side>beat|lagged) its index by (?<size>[\\d.]+)%|matched its index)${EN_REASON}(?:, (?<year>[+−]?[\\d.]+)% in (?<label>\\d+))?(?:, ahead of its index in (?<wins>\\d+) of (?<weeks>\\d+) weeks)?$`,
  ),
}

const portfolios: ClaimOracle = {
  type: 'portfolios',
  pattern: {
    zh: /^(?<all>[^。]+?(?:跑赢|跑输|持平)[^。]*)。$/,
    en: /^(?<all>.+? (?:beat|lagged|matched) its index.*)\.$/,
  },
  faults: ({ all = '' }, week) => {
    const parts = all.split(week.language === 'zh' ? '；' : '; ')
    const known = week.portfolios.filter((series) => week.value(series, 'excess', 'week') !== null)
    return [
      ...expectThat(parts.length === known.length, `${known.length} portfolios have a week`),
      ...parts.flatMap((part) => {
        const said = PORTFOLIO[week.language].exec(part)?.groups
        return said ? wrongPortfolio(said, week) : [`not understood: ${part}`]
      }),
    ]
  },
}

function wrongPortfolio(
  { name = '', side, size = '0', year, wins, weeks, ...reason }: Said,
  week: PlainWeek,
): string[] {
  const series = week.named(name.trim())
  const [now, toDate] = [week.value(series, 'excess', 'week'), week.value(series, 'excess', 'year')]
  const won = winsOf(week, series)
  const expected = side === undefined ? 'flat' : side === '跑赢' || side === 'beat' ? 'up' : 'down'
  return [
    ...expectThat(sign(now) === expected && prints(Number(size), Math.abs(Number(now))), `${name} has another excess`),
    ...expectThat(year === undefined ? toDate === null : prints(numberOf(year), toDate), `${name} has another year`),
    ...expectThat(
      (wins ?? '0') === `${won.wins}` && (weeks ?? '0') === `${won.weeks}`,
      `${name} won ${won.wins} of ${won.weeks}`,
    ),
    ...wrongReason(week, series, reason),
  ]
}

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

const noPortfolios: ClaimOracle = {
  type: 'no portfolio',
  pattern: { zh: /^本周没有可计算的组合。$/, en: /^No portfolio has a return this week\.$/ },
  faults: (_, week) =>
    expectThat(
      week.portfolios.every((series) => week.value(series, 'excess', 'week') === null),
      'a portfolio has',
    ),
}

/** Patterns with more words come first: the first that matches judges the sentence. */
export const POINT_ORACLES = [
  only('up'),
  only('down'),
  none('up'),
  none('down'),
  leaders('up'),
  leaders('down'),
  turn,
  longer,
  longerNone,
  portfolios,
  noPortfolios,
]

function rankedBy(week: PlainWeek, window: PlainWindow, side: 'up' | 'down') {
  return week.factors
    .map((series) => ({ series, value: week.value(series, 'longShort', window) }))
    .filter(({ value }) => sign(value) === side)
    .sort((a, b) => (side === 'up' ? -1 : 1) * (Number(a.value) - Number(b.value)))
}

function wrongItems(week: PlainWeek, items: ReturnType<PlainWeek['items']>, window: PlainWindow): string[] {
  return items
    .filter(({ series, percent }) => !prints(percent, week.value(series, primaryOf(series), window)))
    .map(({ series }) => `${spaced(series.short.en)} has another figure`)
}

/** No factor that is not named lies before the last one named. */
function inOrder(
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
function wrongReason(week: PlainWeek, series: PlainSeries, { record, rank, z }: Said): string[] {
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

function wrongYearReason(week: PlainWeek, series: PlainSeries, reason: string | undefined): string[] {
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

function wrongTally(text: string | undefined, window: 'month' | 'year', week: PlainWeek): string[] {
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
