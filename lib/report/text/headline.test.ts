import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { type SampleFactor, sampleFamilies } from '@/lib/testing/report/sample-rows'
import { headline } from './headline'

type Families = Record<string, Record<string, SampleFactor>>

/** The headline in both languages, its clauses parted by a bar. */
function headlines(families: Families): [zh: string, en: string] {
  const clauses = (locale: 'zh' | 'en') => headline(sampleFamilies(families), locale, translatorFor(locale)).join('|')
  return [clauses('zh'), clauses('en')]
}

const [UP, DOWN] = [0.01, -0.01]

it('says when all factors moved one way, the unknown apart', () => {
  expect(headlines({ X: { a: UP, b: UP }, Y: { c: UP, d: null } })).toEqual(['三个因子全部为正', 'All 3 factors up'])
  expect(headlines({ X: { a: DOWN, b: DOWN } })).toEqual(['两个因子全部为负', 'All 2 factors down'])
  expect(headlines({ X: { a: 0, b: 0.00004, c: -0.00004 } })).toEqual(['三个因子全部持平', 'All 3 factors flat'])
})

it('is grammatical about one factor', () => {
  expect(headlines({ X: { a: UP } })).toEqual(['唯一的因子为正', 'The only factor is up'])
  expect(headlines({ X: { a: DOWN, b: null } })).toEqual(['唯一的因子为负', 'The only factor is down'])
  expect(headlines({ X: { a: 0 } })).toEqual(['唯一的因子持平', 'The only factor is flat'])
})

it('says so when nothing can be computed', () => {
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

it('names the leader and what weighed when no family moved together', () => {
  const [zh, en] = headlines({ Xs: { a: UP, b: -0.002 }, NLP: { c: DOWN, d: 0.002 } })
  expect(zh).toBe('两个因子为正，两个为负：|Xs领先，|NLP拖累')
  expect(en).toBe('2 factors up, 2 down: |xs led, |NLP detracted')
})

it('calls no family a leader that lost, and none a drag that gained', () => {
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

it('has nothing to say of a family that stands alone', () => {
  expect(headlines({ X: { a: UP, b: DOWN, c: 0 } })[0]).toBe('一个因子为正，一个为负，一个持平')
})

it('counts a factor that prints 0.00 as flat', () => {
  expect(headlines({ X: { a: UP }, Y: { b: 0.00004 } })[1]).toBe('1 factor up, 0 down, 1 flat: |X all positive')
})
