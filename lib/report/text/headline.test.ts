import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { type SampleFactor, sampleFamilies } from '@/lib/testing/report/sample-rows'
import { headline } from './headline'

type Families = Record<string, Record<string, SampleFactor>>

const NO_RECORDS = { portfolios: [], past: new Map(), endedFactors: [] }

/** Returns the headline in both languages, with a bar between clauses. */
function headlines(families: Families): [zh: string, en: string] {
  const clauses = (locale: 'zh' | 'en') =>
    headline({ ...NO_RECORDS, families: sampleFamilies(families) }, locale, translatorFor(locale)).join('|')
  return [clauses('zh'), clauses('en')]
}

const [UP, DOWN] = [0.01, -0.01]

it('says when all factors with a value moved one way', () => {
  expect(headlines({ X: { a: UP, b: UP }, Y: { c: UP, d: null } })).toEqual([
    '有数据的三个因子全部为正',
    'All 3 factors with data up',
  ])
  expect(headlines({ X: { a: DOWN, b: DOWN } })).toEqual(['两个因子全部为负', 'All 2 factors down'])
  expect(headlines({ X: { a: 0, b: 0.00004, c: -0.00004 } })).toEqual(['三个因子全部持平', 'All 3 factors flat'])
})

it('uses the singular for one factor', () => {
  expect(headlines({ X: { a: UP } })).toEqual(['唯一的因子为正', 'The only factor is up'])
  expect(headlines({ X: { a: DOWN, b: null } })).toEqual(['唯一有数据的因子为负', 'The only factor with data is down'])
  expect(headlines({ X: { a: 0 } })).toEqual(['唯一的因子持平', 'The only factor is flat'])
})

it('says when nothing can be computed', () => {
  const nothing = ['本周没有可计算的因子', 'No factor has a return this week']
  expect(headlines({ X: { a: null }, Y: { b: null } })).toEqual(nothing)
  expect(headlines({})).toEqual(nothing)
})

it('names the families that moved together', () => {
  expect(headlines({ Xs: { a: UP, b: UP }, Yo: { c: DOWN, d: DOWN }, Zs: { e: UP, f: DOWN } })).toEqual([
    '三个因子为正，三个为负：|Xs全部为正，|Yo全部为负',
    '3 factors up, 3 down: |xs all positive, |yo all negative',
  ])
})

it('names the best and the worst family when no family moved together', () => {
  const [zh, en] = headlines({ Xs: { a: UP, b: -0.002 }, NLP: { c: DOWN, d: 0.002 } })
  expect(zh).toBe('两个因子为正，两个为负：|Xs领先，|NLP拖累')
  expect(en).toBe('2 factors up, 2 down: |xs led, |NLP detracted')
})

it('calls no losing family a leader and no gaining family a drag', () => {
  const lost = headlines({ Xs: { a: 0.001, b: -0.002 }, Yo: { c: DOWN, d: DOWN } })
  expect(lost).toEqual([
    '一个因子为正，三个为负：|Xs相对抗跌，|Yo全部为负',
    '1 factor up, 3 down: |xs held up best, |yo all negative',
  ])
  const gained = headlines({ Xs: { a: UP, b: UP }, Yo: { c: 0.02, d: DOWN } })
  expect(gained).toEqual([
    '三个因子为正，一个为负：|Xs全部为正，|Yo落后',
    '3 factors up, 1 down: |xs all positive, |yo lagged',
  ])
})

it('does not mention families when there is only one', () => {
  expect(headlines({ X: { a: UP, b: DOWN, c: 0 } })[0]).toBe('一个因子为正，一个为负，一个持平')
})

it('counts a factor that prints 0.00 as flat', () => {
  expect(headlines({ X: { a: UP }, Y: { b: 0.00004 } })[1]).toBe('1 factor up, 0 down, 1 flat: |X all positive')
})
