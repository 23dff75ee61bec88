import { describe, expect, it } from 'vitest'
import { formatPercent } from '@/lib/format'
import { translatorFor } from '@/lib/translate'
import type { Locale } from '@/lib/view'
import { keyPoints } from './key-points'
import type { Phrase, PortfolioRow } from './report'
import { type SampleFactor, sampleFamilies, samplePortfolioRow } from './sample-rows'

type Families = Record<string, Record<string, SampleFactor>>
type Points = [working: string, failing: string, unusual: string, longer: string, portfolios: string]

/** The texts of the five points as they are read. */
function points(families: Families, table2: PortfolioRow[] = [], locale: Locale = 'en'): Points {
  const labels =
    locale === 'zh' ? { week: '本周', month: '8 月', year: '2024' } : { week: 'W', month: 'Aug', year: '2024' }
  const [working, failing, unusual, longer, portfolios, ...more] = keyPoints(
    { table1: sampleFamilies(families), table2, labels, locale },
    translatorFor(locale),
  ).map(({ text }) => read(text))
  if (!working || !failing || !unusual || !longer || !portfolios || more.length > 0) throw new Error('not five points')
  return [working, failing, unusual, longer, portfolios]
}

/** As it reads; the space between a name and its figure, which does not break, as an ordinary one. */
function read(phrase: Phrase): string {
  const texts = phrase.map((part) => (part.kind === 'figure' ? formatPercent(part.value) : part.text))
  return texts.join('').replaceAll('\u00A0', ' ')
}

describe('what worked and what failed', () => {
  it('names the strongest and the two that follow, of many', () => {
    const [working, failing] = points({
      X: { a: 0.01, b: 0.03, c: 0.02, d: 0.005 },
      Y: { e: -0.01, f: -0.04, g: -0.02, h: -0.03 },
    })
    expect(working).toBe(
      '4 factors had a positive long–short return: b +3.00 the highest, then c +2.00 and a +1.00; every factor of X was positive.',
    )
    expect(failing).toBe(
      '4 factors had a negative long–short return, all of them in Y: f −4.00 the lowest, then h −3.00 and g −2.00.',
    )
  })

  it('reads well in Chinese', () => {
    const [working, failing] = points({ 甲: { a: 0.01, b: 0.02 }, 乙: { c: -0.01, d: 0 } }, [], 'zh')
    expect(working).toBe('两个因子多空收益为正：b +2.00 最高，a +1.00 随后；甲全部为正。')
    expect(failing).toBe('只有一个因子多空收益为负：c −1.00。')
  })

  it('lets no tie have a winner', () => {
    const [working, failing] = points({ X: { a: 0.01, b: 0.010001, c: -0.02 }, Y: { d: -0.01, e: -0.02 } })
    expect(working).toBe('2 factors had a positive long–short return: b +1.00 and a +1.00.')
    expect(failing).toBe('3 factors had a negative long–short return: c −2.00 and e −2.00 the lowest, then d −1.00.')
  })

  it('says when there is none, or only one', () => {
    const [working, failing] = points({ X: { a: 0.01, b: 0.00004 } })
    expect(working).toBe('Only one factor had a positive long–short return: a +1.00.')
    expect(failing).toBe('No factor had a negative long–short return.')
    expect(points({ X: { a: -0.01, b: -0.02 } })[0]).toBe('No factor had a positive long–short return.')
    expect(points({ X: { a: 0, b: null } })[0]).toBe('No factor had a positive long–short return.')
  })

  it('calls out no family when all of them gained', () => {
    const [working] = points({ X: { a: 0.01, b: 0.02 }, Y: { c: 0.03, d: 0.04 } })
    expect(working).not.toContain('every factor')
  })

  it('does not call a family positive of which one factor is unknown', () => {
    const [working] = points({ X: { a: 0.01, b: null }, Y: { c: 0.03, d: -0.04 } })
    expect(working).not.toContain('every factor')
  })
})

describe('what was unusual', () => {
  const at = (percentile: number | null, week = 0.01) => ({ week, percentile })

  it('names both sides, portfolios too', () => {
    const enhanced = samplePortfolioRow('p', -0.03, 0.04)
    const [, , unusual] = points({ X: { a: at(0.96), b: at(0.5), c: at(0.94), d: at(0.05) } }, [enhanced])
    expect(unusual).toBe(
      '2 outside the 5th to 95th percentile of past weeks: a +1.00 on the high side, p −3.00 on the low side.',
    )
  })

  it('names one side alone', () => {
    expect(points({ X: { a: at(0.96), b: at(1) } }, [], 'zh')[2]).toBe(
      '两项落在历史各周的 5%–95% 之外：a +1.00、b +1.00 偏高。',
    )
    expect(points({ X: { a: at(0, -0.01) } }, [], 'zh')[2]).toBe('一项落在历史各周的 5%–95% 之外：a −1.00 偏低。')
  })

  it('tells nothing unusual from too short a history and from no value', () => {
    expect(points({ X: { a: at(0.5), b: at(null) } })[2]).toMatch(/^Everything lies within/)
    expect(points({ X: { a: at(null) } })[2]).toMatch(/^With less than 52 weeks/)
    expect(points({ X: { a: null } })[2]).toBe('No figure of this week can be judged.')
  })
})

describe('month and year', () => {
  it('tallies both and names the best and the worst of the year', () => {
    const year = (week: number, ownYear: number | null) => ({ week, year: ownYear })
    const longer = points({ X: { a: year(0.01, -0.2), b: year(-0.01, 0.3), c: year(0.02, null), d: year(0, 0.1) } })[3]
    expect(longer).toBe('Aug: 2 up, 1 down; 2024: 2 up, 1 down. Best this year b +30.00, worst a −20.00.')
  })

  it('has no worst of one, and nothing of none', () => {
    expect(points({ X: { a: 0.01 } })[3]).toBe('Aug: 1 up, 0 down; 2024: 1 up, 0 down. Best this year a +1.00.')
    expect(points({ X: { a: null } })[3]).toBe('No factor can be computed for 2024 yet.')
  })
})

describe('the portfolios', () => {
  it('have a sentence each; the unknown is left out', () => {
    const table2 = [samplePortfolioRow('p', 0.01), samplePortfolioRow('q', null), samplePortfolioRow('r', -0.02)]
    expect(points({}, table2)[4]).toBe(
      'p +1.00 this week, Aug +1.00, 2024 +1.00; r −2.00 this week, Aug −2.00, 2024 −2.00.',
    )
  })

  it('may be none', () => expect(points({}, [])[4]).toBe('No portfolio can be computed this week.'))
})
