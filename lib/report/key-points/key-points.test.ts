import { describe, expect, it } from 'vitest'
import type { Standing } from '@/lib/analysis/cell'
import { lineHistory } from '@/lib/analysis/line-history'
import type { PastWeeks } from '@/lib/analysis/past-weeks'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { Locale } from '@/lib/base/locale'
import { allAtOnce } from '@/lib/base/steps'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioRow } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { type SampleFactor, sampleFamilies, samplePortfolioRow, sampleSeries } from '@/lib/testing/report/sample-rows'
import { keyPointSteps } from './key-points'

interface StoryOptions {
  families: Record<string, Record<string, SampleFactor>>
  table2?: PortfolioRow[]
  past?: Record<string, Partial<PastWeeks>>
  standing?: Record<string, Partial<Standing>>
  locale?: Locale
}

/** Returns the key points as plain text, by label, in their order. */
function points({ families, table2 = [], past = {}, standing = {}, locale = 'en' }: StoryOptions): Map<string, string> {
  const groups = sampleFamilies(families).map((family) => ({
    ...family,
    rows: family.rows.map((row) => ({ ...row, standing: { ...row.standing, ...standing[row.code] } })),
  }))
  const factors = groups.flatMap(({ rows }) => rows)
  const input = {
    families: groups,
    factors,
    portfolios: table2,
    labels: { week: 'W', month: locale === 'zh' ? '8 月' : 'Aug', year: '2024' },
    past: new Map(Object.entries(past).map(([code, own]) => [code, { spreads: [], line: null, ...own }])),
    leastPast: 52,
    locale,
    t: translatorFor(locale),
  }
  const texts = allAtOnce(keyPointSteps(input, [...factors, ...table2]))
  return new Map(texts.map(({ label, text }) => [label, phraseText(text).replaceAll('\u00A0', ' ')]))
}

const at = (percentile: number | null, week = 0.01, year = week) => ({ week, percentile, year })
/** Returns equal past weeks, enough for a comparison. */
const past = (value: number | null, count = 100) => Array.from({ length: count }, () => value)

/** Returns a line with these daily returns before the week to 2024-08-30, and in its last days. */
function lineOf(before: number[], week: number[]) {
  const days = shanghaiDays('2022-01-01', '2024-08-30').slice(-before.length - week.length)
  const padded = days.slice(before.length).every((day) => day >= '2024-08-26')
  expect(padded).toBe(true)
  return lineHistory(sampleSeries([...before, ...week], days[0] ?? ''), tradingWindows(days))
}

describe('the best and the worst', () => {
  it('names the next ones and counts the factors on that side', () => {
    const texts = points({ families: { X: { a: at(0.9, 0.01), b: at(0.93, 0.03), c: -0.02, d: -0.04 } } })
    expect(texts.get('Best')).toBe(
      'b +3.00% (93rd percentile of its weeks) led, followed by a +1.00%; 2 factors were positive.',
    )
    expect(texts.get('Worst')).toBe(
      'd −4.00% (50th percentile of its weeks) was weakest, followed by c −2.00%; 2 factors were negative.',
    )
  })

  it('reads well in Chinese, with the distance in standard deviations', () => {
    const families = { 甲: { a: at(0.9, 0.01), b: at(0.93, 0.02), c: at(0.1, -0.01) } }
    const texts = points({ families, standing: { b: { zScore: 1.625 } }, locale: 'zh' })
    expect(texts.get('最强')).toBe('b +2.00%（历史 93% 分位，z 值 +1.6）居首，a +1.00% 次之；两个因子为正。')
    expect(texts.get('最弱')).toBe('只有 c −1.00%（历史 10% 分位）为负。')
  })

  it('calls a record a record', () => {
    const texts = points({ families: { X: { a: at(1, 0.03), b: at(0, -0.03) } } })
    expect(texts.get('Best')).toBe('Only a +3.00% (its highest on record) was positive.')
    expect(texts.get('Worst')).toBe('Only b −3.00% (its lowest on record) was negative.')
    const chinese = points({ families: { X: { GRU: at(1, 0.03), b: at(0.5, 0.01) } }, locale: 'zh' })
    expect(chinese.get('最强')).toBe('GRU +3.00%（有数据以来最高）居首，b +1.00% 次之；两个因子为正。')
  })

  it('names no winner of a tie, and says so when no factor is on that side', () => {
    const tied = points({ families: { X: { a: 0.01, b: 0.010001, c: 0 } } })
    expect(tied.get('Best')).toMatch(/^b \+1\.00% and a \+1\.00% tied for the lead; 2 factors/)
    expect(tied.get('Worst')).toBe('No factor had a negative long–short return.')
    expect(points({ families: { X: { a: null } } }).has('Best')).toBe(false)
  })
})

describe('what else was rare', () => {
  it('names the ends of a family that moved together, and how often that happens', () => {
    const families = { X: { a: 0.01, b: 0.02 }, Y: { c: -0.03 } }
    const spreads = [...past(0.01, 10), ...past(-0.01, 90)]
    const texts = points({ families, past: { a: { spreads }, b: { spreads } } })
    expect(texts.get('Families')).toBe('All 2 X factors gained, from b +2.00% to a +1.00%, as in 10% of past weeks.')
    expect(points({ families: { X: families.X }, past: { a: { spreads }, b: { spreads } } }).has('Families')).toBe(
      false,
    )
  })

  it('reports a turn when the week is far out and against the year', () => {
    const turned = (percentile: number) =>
      points({ families: { X: { a: 0.05, b: at(percentile, 0.02, -0.1), c: -0.03 } } }).get('Reversal')
    expect(turned(0.9)).toBe('b returned +2.00% this week, against −10.00% in 2024 so far.')
    expect(turned(0.7)).toBeUndefined()
  })

  it('reports a streak from four weeks on if it is rare', () => {
    const texts = (streak: number, spreads: (number | null)[]) =>
      points({
        families: { X: { a: 0.05, b: 0.01, c: -0.03 } },
        standing: { b: { streak } },
        past: { b: { spreads } },
      }).get('Streak')
    const restless = past(0.01).map((value, week) => (week % 2 === 0 ? value : -0.01))
    expect(texts(5, restless)).toBe('b has been positive for 5 weeks in a row (+1.00% this week).')
    expect(texts(3, restless)).toBeUndefined()
    expect(texts(5, past(0.01))).toBeUndefined()
  })

  it('counts the weeks since the line was last at a high', () => {
    const texts = (...week: number[]) =>
      points({
        families: { X: { a: 0.05, b: 0.01, c: -0.03 } },
        past: { b: { line: lineOf([...past(0, 300), ...past(-0.001, 35)].map(Number), week) } },
      }).get('New high')
    expect(texts(0, 0.1)).toBe('Relative strength of b reached a new high, the first in 7 weeks (+1.00% this week).')
    expect(texts(0.1, 0)).toMatch(/^Relative strength of b reached a new high on 2024-08-29, the first in 7 weeks \(/)
    expect(texts(0, 0.01)).toBeUndefined()
  })

  it('gives the depth of a drawdown that was deeper on few days, and says when none was deeper', () => {
    const texts = (value: number, before: number[], week: number[]) =>
      points({
        families: { X: { a: 0.05, b: -0.01, c: -0.03 } },
        standing: { b: { drawdown: { id: 'b.longShort.drawdown', value, percentile: null } } },
        past: { b: { line: lineOf(before, week) } },
      }).get('Drawdown')
    const calm = past(0, 300).map(Number)
    expect(texts(-0.2, calm, [0, -0.2])).toBe(
      'b returned −1.00% this week, leaving its relative strength 20.00% below its peak, the deepest drawdown on record.',
    )
    expect(texts(-0.1, calm, [-0.2, 0.125])).toBe(
      'b returned −1.00% this week, leaving its relative strength 10.00% below its peak, after 20.00% on 2024-08-29, the deepest on record.',
    )
    const flat = past(0, 10).map(Number)
    const deeper = [...calm, ...past(-0.1, 3).map(Number), 0.5, ...flat]
    expect(texts(-0.1, deeper, [0, -0.1])).toMatch(/deeper on less than 1% of past days\.$/)
    expect(texts(-0.1, [...deeper, ...past(-0.01, 30).map(Number), 1, ...flat], [0, -0.1])).toMatch(
      /on only 6% of past days\.$/,
    )
  })

  it('makes no series the subject of two sentences', () => {
    const line = lineOf([...past(0, 300), ...past(-0.001, 35)].map(Number), [0, 0.1])
    const texts = points({
      families: { X: { a: at(0.99, 0.05, -0.1), b: -0.01 } },
      standing: { a: { streak: 9 } },
      past: { a: { line, spreads: past(-0.01) } },
    })
    expect([...texts.keys()].filter((label) => ['Reversal', 'Streak', 'New high'].includes(label))).toEqual([])
  })
})

it('puts portfolios first, then records, families and single factors, and joins events of one kind', () => {
  const families = { X: { a: at(0.5, 0.01), b: at(1, 0.09, 0) }, Y: { c: at(0.5, -0.01), d: at(0.5, -0.02), e: -0.05 } }
  const restless = past(0.01).map((value, week) => (week % 2 === 0 ? value : -0.01))
  const texts = points({
    families,
    table2: [samplePortfolioRow('p', 0.01)],
    standing: { c: { streak: -4 }, d: { streak: -6 }, p: { streak: 0 } },
    past: { c: { spreads: restless }, d: { spreads: restless } },
  })
  expect([...texts.keys()]).toEqual([
    'Portfolios',
    'Best',
    'Families',
    'Streak',
    'Worst',
    'To date',
    'Unusual',
    'Others',
  ])
  expect(texts.get('Families')).toBe(
    'All 2 X factors gained, from b +9.00% to a +1.00%; all 3 Y factors lost, from e −5.00% to c −1.00%.',
  )
  expect(texts.get('Streak')).toBe(
    'c has been negative for 4 weeks in a row (−1.00% this week); d has been negative for 6 weeks in a row (−2.00% this week).',
  )
})

it('puts the rarest first within a topic', () => {
  const isOfWeek = (label: string) => label !== 'To date' && label !== 'Unusual'
  const families = { X: { a: at(0.7, 0.02), b: at(0.02, -0.03, 0), c: at(0.5, 0.01) } }
  expect([...points({ families }).keys()].filter(isOfWeek)).toEqual(['Worst', 'Best', 'Others'])
  const other = { X: { a: at(0.98, 0.02), b: at(0.2, -0.03, 0), c: at(0.5, 0.01) } }
  expect([...points({ families: other }).keys()].filter(isOfWeek)).toEqual(['Best', 'Worst', 'Others'])
})

describe('whether anything else is unusual', () => {
  it('names rows that are in no other sentence', () => {
    const families = { X: { a: at(0.99, 0.05), b: at(0.97, 0.03), c: at(0.5, -0.03), d: at(0.04, -0.01) } }
    expect(points({ families }).get('Others')).toBe(
      '2 more outside the 5th to 95th percentile of past weeks: long–short return 1 high (b +3.00%), 1 low (d −1.00%).',
    )
  })

  it('says when nothing else is unusual, and when nothing can be compared', () => {
    expect(points({ families: { X: { a: 0.01, b: -0.01 } } }).get('Others')).toMatch(
      /^All weekly long–short and excess returns are within/,
    )
    expect(points({ families: { X: { a: at(0.99), b: -0.01 } } }).get('Others')).toMatch(
      /^All other weekly long–short and excess returns are within/,
    )
    expect(points({ families: { X: { a: at(null) } } }).get('Others')).toMatch(/^Less than 52 weeks/)
    expect(points({ families: { X: { a: null } } }).get('Others')).toBe(
      'No figure of this week can be compared with history.',
    )
  })
})

describe('month, year and portfolios', () => {
  it('counts both windows and names the best and the worst of the year', () => {
    const year = (week: number, ownYear: number | null) => ({ week, year: ownYear })
    const families = { X: { a: year(0.01, -0.2), b: year(-0.01, 0.3), c: year(0.02, null), d: year(0, 0.1) } }
    expect(points({ families }).get('To date')).toBe(
      'Aug: 2 up, 1 down, 1 flat; 2024: 2 up, 1 down. Best year to date b +30.00%, worst a −20.00%.',
    )
    expect(points({ families: { X: { a: null } } }).get('To date')).toBe('No factor has a return for 2024 yet.')
  })

  it('compares each portfolio with its weekly record and leaves out unknown values', () => {
    const table2 = [samplePortfolioRow('p', -0.03, 0.04), samplePortfolioRow('q', null)]
    expect(points({ families: {}, table2 }).get('Portfolios')).toBe(
      'p lagged its index by 3.00% (4th percentile of its weeks), −3.00% in 2024, ahead of its index in 4 of 8 weeks.',
    )
    expect(points({ families: {}, table2: [samplePortfolioRow('q', null)] }).get('Portfolios')).toBe(
      'No portfolio has a return this week.',
    )
    expect(points({ families: {} }).has('Portfolios')).toBe(false)
  })
})
