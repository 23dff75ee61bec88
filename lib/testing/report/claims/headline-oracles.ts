/** Oracles of the clauses of a headline. */
import { weekOf } from '../plain-figures'
import { EVENT_ORACLES } from './event-oracles'
import { familyNamed } from './history-oracles'
import { type ClaimOracle, countOf, expectThat, primaryOf, sign, weekOfSeries } from './oracle'
import type { PlainSeries, PlainWeek } from './plain-market'

const BEST = new Set(['好', '高', 'best'])

/** Are these weeks above, or below, all the others? */
function isBeyond(now: number | null, past: readonly number[], isBest: boolean): boolean {
  return now !== null && past.length >= 52 && past.every((value) => (isBest ? value < now : value > now))
}

function isOwnRecord(week: PlainWeek, series: PlainSeries, isBest: boolean): boolean {
  return isBeyond(weekOfSeries(week, series), week.past(series, primaryOf(series)), isBest)
}

function isRecordOfAny(week: PlainWeek, series: PlainSeries, isBest: boolean): boolean {
  const past = week.factors.flatMap((factor) => week.past(factor, 'longShort'))
  const now = week.factors
    .filter((factor) => factor !== series)
    .map((factor) => week.value(factor, 'longShort', 'week'))
  return isBeyond(week.value(series, 'longShort', 'week'), [...past, ...now.filter((value) => value !== null)], isBest)
}

/** Checks the names, or the first of them and the number of all. */
function whoever(who: string, found: PlainSeries[], week: PlainWeek): string[] {
  const named = week.mentioned(who)
  const some = /等(?<zh>.+?)个(?:因子|组合)$| and (?<en>\d+) other (?:factors|portfolios)$/.exec(who)?.groups
  const count = some ? (some.zh === undefined ? Number(some.en) + 1 : countOf(some.zh)) : named.length
  return expectThat(
    named.length > 0 && count === found.length && named.every((series) => found.includes(series)),
    `${found.length} have it`,
  )
}

const ofAny: ClaimOracle = {
  type: 'record of any factor',
  pattern: {
    zh: /^(?<who>.+?)创全部因子历史最(?<side>好|差)单周$/,
    en: /^(?<who>.+?) had the (?<side>best|worst) week of any factor on record$/,
  },
  faults: ({ who = '', side = '' }, week) =>
    whoever(
      who,
      week.factors.filter((series) => isRecordOfAny(week, series, BEST.has(side))),
      week,
    ),
}

const both: ClaimOracle = {
  type: 'best and worst of any factor',
  pattern: {
    zh: /^(?<best>.+?)与(?<worst>.+?)分别创全部因子历史最好与最差单周$/,
    en: /^(?<best>.+?) had the best week of any factor on record, (?<worst>.+?) the worst$/,
  },
  faults: ({ best = '', worst = '' }, week) => [
    ...whoever(
      best.trim(),
      week.factors.filter((series) => isRecordOfAny(week, series, true)),
      week,
    ),
    ...whoever(
      worst.trim(),
      week.factors.filter((series) => isRecordOfAny(week, series, false)),
      week,
    ),
  ],
}

const factor: ClaimOracle = {
  type: 'record of a factor',
  pattern: {
    zh: /^(?<who>.+?)各?创自身历史最(?<side>好|差)单周$/,
    en: /^(?<who>.+?) had (?:its|their) (?<side>best|worst) weeks? on record$/,
  },
  faults: ({ who = '', side = '' }, week) => {
    const own = week.factors.filter((series) => isOwnRecord(week, series, BEST.has(side)))
    return whoever(
      who.trim(),
      own.filter((series) => week.factors.length < 2 || !isRecordOfAny(week, series, BEST.has(side))),
      week,
    )
  },
}

const family: ClaimOracle = {
  type: 'record of a family',
  pattern: {
    zh: /^(?<who>.+?)(?:各自)?平均收益创历史单周最(?<side>高|低)$/,
    en: /^(?<who>.+?)(?: factors)? had their (?<side>best|worst) average week on record$/,
  },
  faults: ({ who = '', side = '' }, week) => {
    return who
      .replace(/等.+?个家族$| and \d+ other families$/, '')
      .split(/和|、| and |, /)
      .filter((name) => !isFamilyRecord(week, familyNamed(week, name), BEST.has(side)))
      .map((name) => `the average of ${name} is no record`)
  },
}

function isFamilyRecord(week: PlainWeek, members: PlainSeries[], isBest: boolean): boolean {
  const now = members.map((series) => week.value(series, 'longShort', 'week'))
  const past = members.map((series) => week.pastWeeks(series, 'longShort'))
  const means = (past[0] ?? []).map((_, index) => meanOf(past.map((own) => own[index] ?? null)))
  return isBeyond(
    meanOf(now),
    means.filter((mean) => mean !== null),
    isBest,
  )
}

function meanOf(values: (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce((sum: number, value) => sum + Number(value), 0) / values.length
}

const drawdown: ClaimOracle = {
  type: 'deepest drawdown',
  pattern: {
    zh: /^(?<who>.+?)回撤创历史最深$/,
    en: /^(?<who>.+?) hit (?:its deepest drawdown|their deepest drawdowns) on record$/,
  },
  faults: ({ who = '' }, week) =>
    whoever(
      who.trim(),
      week.market.series.filter((series) => series.isFactor === isOfFactors(who, week) && isDeepest(week, series)),
      week,
    ),
}

/** Are the series that are named factors? */
function isOfFactors(who: string, week: PlainWeek): boolean | undefined {
  return week.mentioned(who)[0]?.isFactor
}

/** Was a close of this week deeper below the peak than every earlier close, after a year of weeks? */
function isDeepest(week: PlainWeek, series: PlainSeries): boolean {
  let peak = 1
  const falls = (week.line(series) ?? []).slice(1).map(({ day, ratio }) => {
    peak = Math.max(peak, ratio)
    return { day, fall: ratio / peak - 1 }
  })
  const own = falls.filter(({ day }) => weekOf(day) === weekOf(week.asOf))
  const earlier = falls.slice(0, falls.length - own.length)
  const low = Math.min(...own.map(({ fall }) => fall))
  const weeks = new Set(earlier.map(({ day }) => weekOf(day))).size
  return weeks >= 52 && sign(low) === 'down' && earlier.every(({ fall }) => fall > low)
}

const counts: ClaimOracle = {
  type: 'signs counted',
  pattern: {
    zh: /^(?<up>.+?)个因子为正，(?<down>.+?)个为负(?:，(?<flat>.+?)个持平)?$/,
    en: /^(?<up>\d+) factors? up, (?<down>\d+) down(?:, (?<flat>\d+) flat)?$/,
  },
  faults: ({ up, down, flat = '0' }, week) => [
    ...expectThat(
      countOf(up) === signsOf(week, 'up') &&
        countOf(down) === signsOf(week, 'down') &&
        countOf(flat) === signsOf(week, 'flat'),
      `${signsOf(week, 'up')} up, ${signsOf(week, 'down')} down`,
    ),
    ...expectThat(
      week.portfolios.every((series) => weekOfSeries(week, series) === null),
      'a portfolio has a result, which says more',
    ),
  ],
}

function signsOf(week: PlainWeek, wanted: ReturnType<typeof sign>): number {
  return week.factors.filter((series) => sign(week.value(series, 'longShort', 'week')) === wanted).length
}

const all: ClaimOracle = {
  type: 'all on one side',
  pattern: {
    zh: /^(?:唯一(?<only>有数据)?的因子|(?<data>有数据的)?(?<count>.+?)个因子全部)(?:为)?(?<side>正|负|持平)$/,
    en: /^(?:the only factor(?<only> with data)?|all (?<count>\d+) factors(?<data> with data)?) (?:was |were )?(?<side>gained|lost|flat)$/i,
  },
  faults: ({ only, data, count = '1', side = '' }, week) => {
    const wanted = ({ 正: 'up', 负: 'down', 持平: 'flat', gained: 'up', lost: 'down' } as const)[side] ?? side
    const known = week.factors.length - signsOf(week, 'none')
    return [
      ...expectThat(countOf(count) === known && signsOf(week, wanted as 'up') === known, `not all ${known}`),
      ...expectThat(((only ?? data) !== undefined) === known < week.factors.length, 'factors without data'),
    ]
  },
}

const noFactor: ClaimOracle = {
  type: 'no factor',
  pattern: { zh: /^本周没有可计算的因子$/, en: /^No factor has a return this week$/ },
  faults: (_, week) => expectThat(signsOf(week, 'none') === week.factors.length, 'a factor has'),
}

const familySide: ClaimOracle = {
  type: 'family on one side',
  pattern: { zh: /^(?<who>.+?)全部为(?<side>正|负)$/, en: /^(?<who>.+?) factors all (?<side>gained|lost)$/ },
  faults: ({ who = '', side }, week) => {
    const wanted = side === '正' || side === 'gained' ? 'up' : 'down'
    return who
      .split(/和|、| and |, /)
      .filter((name) =>
        familyNamed(week, name).some((series) => sign(week.value(series, 'longShort', 'week')) !== wanted),
      )
      .map((name) => `not all of ${name}`)
  },
}

const familyRank: ClaimOracle = {
  type: 'best or worst family',
  pattern: {
    zh: /^(?<who>.+?)(?<verb>领先|相对抗跌|拖累|落后)$/,
    en: /^(?<who>.+?) (?<verb>led|held up best|detracted|lagged)$/,
  },
  faults: ({ who = '', verb = '' }, week) => {
    const means = week.market.families.flatMap(({ code, name }) => {
      const members = week.factors.filter((series) => series.family === code)
      const known = members.map((series) => week.value(series, 'longShort', 'week')).filter((value) => value !== null)
      return known.length === 0
        ? []
        : [
            {
              name: name[week.language].toLowerCase(),
              mean: known.reduce((sum, value) => sum + value, 0) / known.length,
            },
          ]
    })
    const own = means.find(({ name }) => name === who.toLowerCase())?.mean ?? Number.NaN
    const isBest = ['领先', '相对抗跌', 'led', 'held up best'].includes(verb)
    const isGain = ['领先', 'led'].includes(verb)
    const isLoss = ['拖累', 'detracted'].includes(verb)
    return [
      ...expectThat(
        means.every(({ mean }) => (isBest ? mean <= own + 1e-15 : mean >= own - 1e-15)),
        `${who} is not the ${verb}`,
      ),
      ...expectThat(
        isBest ? isGain === (sign(own) === 'up') : isLoss === (sign(own) === 'down'),
        `${who} has a mean of ${own}`,
      ),
    ]
  },
}

export const HEADLINE_ORACLES = [
  ...EVENT_ORACLES,
  both,
  ofAny,
  factor,
  family,
  drawdown,
  counts,
  all,
  noFactor,
  familySide,
  familyRank,
]
