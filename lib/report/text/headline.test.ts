import { expect, it } from 'vitest'
import type { PastWeeks } from '@/lib/analysis/past-weeks'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioRow } from '@/lib/report/model/report'
import { type SampleFactor, sampleFamilies, samplePortfolioRow } from '@/lib/testing/report/sample-rows'
import { headline } from './headline'

interface Story {
  portfolios?: PortfolioRow[]
  /** Past weeks of series by code. */
  spreads?: Record<string, number[]>
}

type Families = Record<string, Record<string, SampleFactor>>

/** Returns the headline in both languages, with a bar between clauses. */
function headlines(families: Families, { portfolios = [], spreads = {} }: Story = {}): [zh: string, en: string] {
  const past = new Map(
    Object.entries(spreads).map(([code, own]): [string, PastWeeks] => [code, { spreads: own, line: null }]),
  )
  const week = { families: sampleFamilies(families), portfolios, past, leastPast: 52, endedFactors: [] }
  const clauses = (locale: 'zh' | 'en') => headline(week, locale, translatorFor(locale)).join('|')
  return [clauses('zh'), clauses('en')]
}

const [UP, DOWN] = [0.01, -0.01]
const MIXED = { X: { a: UP, b: DOWN } }

it('puts a portfolio with an unusual week first, with the reason', () => {
  const of = (week: number, percentile: number) => ({ portfolios: [samplePortfolioRow('P', week, percentile)] })
  expect(headlines({ Xs: { a: UP, b: UP }, Y: { c: DOWN } }, of(-0.007, 0.07))).toEqual([
    'P 跑输基准 0.70%，处于历史 7% 分位；|Xs全部为正',
    'P lagged its index by 0.70%, the 7th percentile of its weeks; |xs factors all gained',
  ])
  expect(headlines(MIXED, of(0.02, 1))).toEqual([
    'P 跑赢基准 2.00%，创自身历史最好单周',
    'P beat its index by 2.00%, its best week on record',
  ])
})

it('puts the event of the factors before portfolios with a usual week', () => {
  const portfolios = [samplePortfolioRow('P', 0.002), samplePortfolioRow('Q', 0.001)]
  expect(headlines({ Xs: { a: UP, b: UP }, Yo: { c: DOWN, d: DOWN } }, { portfolios })).toEqual([
    'Xs全部为正，|Yo全部为负；|P 和 Q 分别跑赢基准 0.20%、0.10%',
    'Xs factors all gained, |yo factors all lost; |P and Q beat their indexes by 0.20% and 0.10%',
  ])
  const apart = [samplePortfolioRow('P', 0.002), samplePortfolioRow('Q', -0.001)]
  expect(headlines(MIXED, { portfolios: apart })[1]).toBe('P beat its index by 0.20%, |Q lagged its index by 0.10%')
})

it('counts three portfolios and more, and names only the unusual ones', () => {
  const rows = (...weeks: number[]) => weeks.map((week, index) => samplePortfolioRow(`P${index}`, week))
  const english = (portfolios: PortfolioRow[]) => headlines(MIXED, { portfolios })[1]
  expect(english(rows(UP, DOWN, UP))).toBe('2 of 3 portfolios beat their indexes')
  expect(english(rows(UP, DOWN, 0))).toBe('1 of 3 portfolios beat its index')
  expect(english(rows(UP, UP, UP))).toBe('All 3 portfolios beat their indexes')
  expect(english(rows(DOWN, DOWN, DOWN))).toBe('None of 3 portfolios beat its index')
  const both = [samplePortfolioRow('P', -0.02, 0.01), samplePortfolioRow('Q', -0.01, 0.09), ...rows(UP)]
  expect(english(both)).toBe('P and Q lagged their indexes by 2.00% and 1.00%, both among their worst 10% of weeks')
})

it('says when a portfolio or a factor turned after five weeks or more', () => {
  const spreads = { a: [0.1, -0.1, 0.1, 0.1, 0.1, 0.1, 0.1], P: [-0.1, -0.1, -0.1, -0.1, -0.1] }
  expect(headlines({ X: { a: DOWN, b: UP } }, { spreads, portfolios: [samplePortfolioRow('P', 0.001)] })).toEqual([
    'P 跑赢基准 0.10%，此前连续五周跑输；|a 连续五周为正后转负',
    'P beat its index by 0.10%, after 5 losing weeks in a row; |a turned negative after 5 positive weeks in a row',
  ])
  expect(headlines({ X: { a: DOWN, b: UP } }, { spreads: { a: [0.1, 0.1, 0.1, 0.1] } })[1]).toBe('1 factor up, 1 down')
})

it('says when all factors with a value moved one way', () => {
  expect(headlines({ X: { a: UP, b: UP }, Y: { c: UP, d: null } })).toEqual([
    '有数据的三个因子全部为正',
    'All 3 factors with data gained',
  ])
  expect(headlines({ X: { a: DOWN, b: DOWN } })).toEqual(['两个因子全部为负', 'All 2 factors lost'])
  expect(headlines({ X: { a: 0, b: 0.00004, c: -0.00004 } })).toEqual(['三个因子全部持平', 'All 3 factors were flat'])
})

it('uses the singular for one factor', () => {
  expect(headlines({ X: { a: UP } })).toEqual(['唯一的因子为正', 'The only factor gained'])
  expect(headlines({ X: { a: DOWN, b: null } })).toEqual(['唯一有数据的因子为负', 'The only factor with data lost'])
  expect(headlines({ X: { a: 0 } })).toEqual(['唯一的因子持平', 'The only factor was flat'])
})

it('says when nothing can be computed', () => {
  const nothing = ['本周没有可计算的因子', 'No factor has a return this week']
  expect(headlines({ X: { a: null }, Y: { b: null } })).toEqual(nothing)
  expect(headlines({})).toEqual(nothing)
})

it('names the families that moved together, then the best and the worst of the others', () => {
  expect(headlines({ Xs: { a: UP, b: UP }, Yo: { c: DOWN, d: DOWN }, Zs: { e: UP, f: DOWN } })).toEqual([
    'Xs全部为正，|Yo全部为负',
    'Xs factors all gained, |yo factors all lost',
  ])
  const lost = headlines({ Xs: { a: 0.001, b: -0.002 }, Yo: { c: DOWN, d: DOWN } })
  expect(lost).toEqual(['Yo全部为负；|Xs相对抗跌', 'Yo factors all lost; |xs held up best'])
  const gained = headlines({ Xs: { a: UP, b: UP }, Yo: { c: 0.02, d: DOWN } })
  expect(gained).toEqual(['Xs全部为正；|Yo落后', 'Xs factors all gained; |yo lagged'])
})

it('names the best and the worst family when no family moved together', () => {
  const [zh, en] = headlines({ Xs: { a: UP, b: -0.002 }, NLP: { c: DOWN, d: 0.002 } })
  expect(zh).toBe('Xs领先，|NLP拖累')
  expect(en).toBe('Xs led, |NLP detracted')
})

it('counts signs only when nothing else can be said', () => {
  expect(headlines({ X: { a: UP, b: DOWN, c: 0 } })).toEqual([
    '一个因子为正，一个为负，一个持平',
    '1 factor up, 1 down, 1 flat',
  ])
  expect(headlines({ X: { a: 0.00004, b: UP } })[1]).toBe('1 factor up, 0 down, 1 flat')
})
