import { describe, expect, it } from 'vitest'
import type { Standing } from '@/lib/analysis/cell'
import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioRow } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { type SampleFactor, sampleFamilies, samplePortfolioRow } from '@/lib/testing/report/sample-rows'
import { keyPoints } from './key-points'
import type { PastWeeks } from './past-weeks'

interface Told {
  families: Record<string, Record<string, SampleFactor>>
  table2?: PortfolioRow[]
  past?: Record<string, Partial<PastWeeks>>
  standing?: Record<string, Partial<Standing>>
  locale?: Locale
}

/** The points as they are read, by their labels, in their order. */
function points({ families, table2 = [], past = {}, standing = {}, locale = 'en' }: Told): Map<string, string> {
  const groups = sampleFamilies(families).map((family) => ({
    ...family,
    rows: family.rows.map((row) => ({ ...row, standing: { ...row.standing, ...standing[row.code] } })),
  }))
  const told = keyPoints({
    families: groups,
    factors: groups.flatMap(({ rows }) => rows),
    portfolios: table2,
    labels: { week: 'W', month: locale === 'zh' ? '8 月' : 'Aug', year: '2024' },
    past: new Map(Object.entries(past).map(([code, own]) => [code, { spreads: [], drawdowns: [], ...own }])),
    locale,
    t: translatorFor(locale),
  })
  return new Map(told.map(({ label, text }) => [label, phraseText(text).replaceAll('\u00A0', ' ')]))
}

const at = (percentile: number | null, week = 0.01, year = week) => ({ week, percentile, year })
/** Past weeks that all were the same, enough to judge by. */
const past = (value: number | null, count = 100) => Array.from({ length: count }, () => value)

describe('the best and the worst', () => {
  it('come with those that follow and the count of their side', () => {
    const told = points({ families: { X: { a: at(0.9, 0.01), b: at(0.93, 0.03), c: -0.02, d: -0.04 } } })
    expect(told.get('Best')).toBe(
      'b +3.00% (93rd percentile of its weeks) led, followed by a +1.00%; 2 factors were positive.',
    )
    expect(told.get('Worst')).toBe(
      'd −4.00% (50th percentile of its weeks) was weakest, followed by c −2.00%; 2 factors were negative.',
    )
  })

  it('read well in Chinese, with the distance in standard deviations', () => {
    const families = { 甲: { a: at(0.9, 0.01), b: at(0.93, 0.02), c: at(0.1, -0.01) } }
    const told = points({ families, standing: { b: { zScore: 1.625 } }, locale: 'zh' })
    expect(told.get('最强')).toBe('b +2.00%（历史 93% 分位，z 值 +1.6）居首，a +1.00% 次之；两个因子为正。')
    expect(told.get('最弱')).toBe('只有 c −1.00%（历史 10% 分位）为负。')
  })

  it('name a record as one', () => {
    const told = points({ families: { X: { a: at(1, 0.03), b: at(0, -0.03) } } })
    expect(told.get('Best')).toBe('Only a +3.00% (the highest on record) was positive.')
    expect(told.get('Worst')).toBe('Only b −3.00% (the lowest on record) was negative.')
    const chinese = points({ families: { X: { GRU: at(1, 0.03), b: at(0.5, 0.01) } }, locale: 'zh' })
    expect(chinese.get('最强')).toBe('GRU +3.00%（有数据以来最高）居首，b +1.00% 次之；两个因子为正。')
  })

  it('let no tie have a winner, and say when there is none', () => {
    const tied = points({ families: { X: { a: 0.01, b: 0.010001, c: 0 } } })
    expect(tied.get('Best')).toMatch(/^b \+1\.00% and a \+1\.00% led; 2 factors/)
    expect(tied.get('Worst')).toBe('No factor had a negative long–short return.')
    expect(points({ families: { X: { a: null } } }).has('Best')).toBe(false)
  })
})

describe('what else was rare', () => {
  it('a family that moved together is told with its ends and how often it does', () => {
    const families = { X: { a: 0.01, b: 0.02 }, Y: { c: -0.03 } }
    const spreads = [...past(0.01, 10), ...past(-0.01, 90)]
    const told = points({ families, past: { a: { spreads }, b: { spreads } } })
    expect(told.get('Together')).toBe('All 2 factors of X rose, from b +2.00% to a +1.00%, as in 10% of past weeks.')
    expect(points({ families: { X: families.X }, past: { a: { spreads }, b: { spreads } } }).has('Together')).toBe(
      false,
    )
  })

  it('a turn goes against the year, and is far out', () => {
    const turned = (percentile: number) =>
      points({ families: { X: { a: 0.05, b: at(percentile, 0.02, -0.1), c: -0.03 } } }).get('Reversal')
    expect(turned(0.9)).toBe('b returned +2.00% this week, against −10.00% in 2024 so far.')
    expect(turned(0.7)).toBeUndefined()
  })

  it('a streak is told from four weeks on, if it is rare', () => {
    const told = (streak: number, spreads: (number | null)[]) =>
      points({
        families: { X: { a: 0.05, b: 0.01, c: -0.03 } },
        standing: { b: { streak } },
        past: { b: { spreads } },
      }).get('Streak')
    const restless = past(0.01).map((value, week) => (week % 2 === 0 ? value : -0.01))
    expect(told(5, restless)).toBe('b has been positive for 5 weeks in a row, +1.00% this week.')
    expect(told(3, restless)).toBeUndefined()
    expect(told(5, past(0.01))).toBeUndefined()
  })

  it('a new high counts the weeks since the last one', () => {
    const drawdown = { id: 'b.longShort.drawdown', value: 0, percentile: null }
    const told = points({
      families: { X: { a: 0.05, b: 0.01, c: -0.03 } },
      standing: { b: { drawdown } },
      past: { b: { drawdowns: [...past(0, 60), ...past(-0.1, 7)] } },
    })
    expect(told.get('New high')).toBe(
      'Relative strength of b reached a new high, the first in 8 weeks; +1.00% this week.',
    )
  })

  it('a drawdown that was seldom deeper is told with its depth', () => {
    const drawdown = { id: 'b.longShort.drawdown', value: -0.2, percentile: null }
    const told = (drawdowns: number[]) =>
      points({
        families: { X: { a: 0.05, b: -0.01, c: -0.03 } },
        standing: { b: { drawdown } },
        past: { b: { drawdowns } },
      }).get('Drawdown')
    const shallow = past(-0.1).map(Number)
    expect(told(shallow)).toBe(
      'b returned −1.00% this week; its relative strength is 20.00% below its peak, the deepest drawdown on record.',
    )
    expect(told([...shallow, -0.3, -0.3])).toMatch(/deeper in only 2% of past weeks\.$/)
    expect(told(shallow.map(() => -0.3))).toBeUndefined()
  })

  it('no series is the subject of two sentences', () => {
    const drawdown = { id: 'a.longShort.drawdown', value: 0, percentile: null }
    const told = points({
      families: { X: { a: at(0.99, 0.05, -0.1), b: -0.01 } },
      standing: { a: { drawdown, streak: 9 } },
      past: { a: { drawdowns: past(-0.1), spreads: past(-0.01) } },
    })
    expect([...told.keys()].filter((label) => ['Reversal', 'Streak', 'New high'].includes(label))).toEqual([])
  })
})

it('the rarest comes first', () => {
  const families = { X: { a: at(0.7, 0.02), b: at(0.02, -0.03, 0), c: at(0.5, 0.01) } }
  expect([...points({ families }).keys()].filter((label) => label !== 'To date')).toEqual(['Worst', 'Best', 'Others'])
  const other = { X: { a: at(0.98, 0.02), b: at(0.2, -0.03, 0), c: at(0.5, 0.01) } }
  expect([...points({ families: other }).keys()].filter((label) => label !== 'To date')).toEqual([
    'Best',
    'Worst',
    'Others',
  ])
})

describe('whether anything else is unusual', () => {
  it('names what no other sentence is about', () => {
    const families = { X: { a: at(0.99, 0.05), b: at(0.97, 0.03), c: at(0.5, -0.03), d: at(0.04, -0.01) } }
    expect(points({ families }).get('Others')).toBe(
      '2 more outside the 5th to 95th percentile of past weeks: unusually high b +3.00%; unusually low d −1.00%.',
    )
  })

  it('says so when nothing else is, and what cannot be judged', () => {
    expect(points({ families: { X: { a: 0.01, b: -0.01 } } }).get('Others')).toMatch(/^All weekly returns are within/)
    expect(points({ families: { X: { a: at(0.99), b: -0.01 } } }).get('Others')).toMatch(
      /^All other weekly returns are within/,
    )
    expect(points({ families: { X: { a: at(null) } } }).get('Others')).toMatch(/^Less than 52 weeks/)
    expect(points({ families: { X: { a: null } } }).get('Others')).toBe(
      'No figure of this week can be compared with history.',
    )
  })
})

describe('month, year and portfolios', () => {
  it('tallies both windows and names the best and the worst of the year', () => {
    const year = (week: number, ownYear: number | null) => ({ week, year: ownYear })
    const families = { X: { a: year(0.01, -0.2), b: year(-0.01, 0.3), c: year(0.02, null), d: year(0, 0.1) } }
    expect(points({ families }).get('To date')).toBe(
      'Aug: 2 up, 1 down, 1 flat; 2024: 2 up, 1 down. Best year to date b +30.00%, worst a −20.00%.',
    )
    expect(points({ families: { X: { a: null } } }).get('To date')).toBe('No factor has a return for 2024 yet.')
  })

  it('sets each portfolio against its weekly record; the unknown is left out', () => {
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
