import { describe, expect, it } from 'vitest'
import { measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { Restatement } from '@/lib/db/queries/get-restatements'
import { translatorFor } from '@/lib/messages/translate'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { dataQuality } from './data-quality'

const DAYS = shanghaiDays('2023-01-01', '2024-08-30')

interface Made {
  inception?: string
  ended?: string
  isMissing?: (day: string) => boolean
  /** Daily return of the long leg on a day; undefined: a small return. */
  long?: (day: string) => number | undefined
}

/** Returns a factor with small daily returns, except where a test sets others. */
function factor(
  code: string,
  { inception = '2023-01-03', ended, isMissing = () => false, long = () => undefined }: Made = {},
) {
  const dates = DAYS.filter((day) => day >= inception && !isMissing(day))
  const calm = (day: string, phase: number) => Math.sin(7 * DAYS.indexOf(day) + phase) / 100
  const raw = {
    code,
    dates,
    long: dates.map((day) => long(day) ?? calm(day, 0)),
    short: dates.map((day) => calm(day, 1)),
    benchmark: dates.map((day) => calm(day, 2)),
  }
  return { series: measuredFactor({ code, inception, ended: ended ?? null }, raw, DAYS), name: code.toUpperCase() }
}

function findings(checked: ReturnType<typeof factor>[], restatements: Restatement[] = [], locale: 'zh' | 'en' = 'en') {
  const windows = tradingWindows(DAYS)
  const context = { windows, convention: 'arithmetic', restatements, laterRestatements: [] } as const
  return dataQuality(checked, { ...context, t: translatorFor(locale) }).findings
}

describe('the data check', () => {
  it('finds nothing in normal, complete data and counts the checked series', () => {
    const context = {
      windows: tradingWindows(DAYS),
      convention: 'arithmetic',
      restatements: [],
      laterRestatements: [],
    } as const
    const found = dataQuality([factor('f'), factor('g')], { ...context, t: translatorFor('zh') })
    expect(found).toEqual({ checked: 2, later: 0, findings: [] })
  })

  it('reports a series that ends early, with the trading days it lacks', () => {
    const [found, ...others] = findings([factor('f'), factor('g', { isMissing: (day) => day > '2024-08-27' })])
    expect(others).toEqual([])
    expect(found).toEqual({
      kind: 'late',
      code: 'g',
      version: null,
      text: 'Data of G end on 2024-08-27, 3 trading days before the as-of date.',
    })
  })

  it('reports a series without any day, but not one whose inception is still to come', () => {
    expect(findings([factor('f', { isMissing: () => true })])).toEqual([
      { kind: 'late', code: 'f', version: null, text: 'F has no data.' },
    ])
    expect(findings([factor('f', { inception: '2024-09-02' })])).toEqual([])
  })

  it('says that data begin after the inception, apart from later gaps', () => {
    const late = factor('f', { isMissing: (day) => day < '2023-05-08' || day === '2024-03-01' })
    expect(findings([late]).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'missing: F has data from 2023-05-08, after its inception on 2023-01-03.',
      'missing: F has no data for 2024-03-01.',
    ])
  })

  it('names missing days of any year after inception', () => {
    const few = factor('f', { isMissing: (day) => day === '2023-05-08' || day === '2024-03-01' })
    const many = factor('g', { isMissing: (day) => day >= '2023-05-08' && day <= '2023-05-12' })
    expect(findings([few, many]).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'missing: F has no data for 2023-05-08, 2024-03-01.',
      'missing: G has no data for 5 trading days between 2023-05-08 and 2023-05-12.',
    ])
    expect(findings([factor('f', { inception: '2023-06-01' })])).toEqual([])
  })

  it('reports a leg that repeats its value on the last three days', () => {
    const still = (from: string) => factor('f', { long: (day) => (day >= from ? 0.0042 : undefined) })
    expect(findings([still('2024-08-29')])).toEqual([])
    expect(findings([still('2024-08-28')])).toEqual([
      {
        kind: 'stale',
        code: 'f',
        version: null,
        text: 'F: the long-leg return is the same on 3 trading days in a row, up to 2024-08-30.',
      },
    ])
  })

  it('reports an outlying day of the week for both measures that it affects', () => {
    const jump = (on: string) => factor('f', { long: (day) => (day === on ? 0.12 : undefined) })
    const found = findings([jump('2024-08-28')])
    expect(found.map(({ kind }) => kind)).toEqual(['outlying', 'outlying'])
    expect(found[0]?.text).toMatch(
      /^F: the daily long–short return of 2024-08-28, \+1[12]\.\d\d%, is \+1\d\.\d standard/,
    )
    expect(findings([jump('2024-08-23')])).toEqual([])
  })

  it('names the restated and withdrawn days and the version', () => {
    const restatements = [
      { code: 'f', version: 5, first: '2024-08-29', last: '2024-08-29', days: 1, isWithdrawal: false },
      { code: 'f', version: 4, first: '2024-08-05', last: '2024-08-09', days: 5, isWithdrawal: true },
      { code: 'elsewhere', version: 4, first: '2024-08-05', last: '2024-08-09', days: 5, isWithdrawal: false },
    ]
    expect(findings([factor('f')], restatements, 'zh').map(({ text }) => text)).toEqual([
      'F 2024-08-29的数值由版本 5 修订。',
      'F 2024-08-05 至 2024-08-09 间 5 个交易日的数值由版本 4 撤回。',
    ])
  })

  it('checks two legs and one measure of a portfolio', () => {
    const dates = DAYS
    const portfolio = dates.map((day, index) => (day === '2024-08-30' ? -0.15 : Math.sin(7 * index) / 100))
    const raw = { code: 'p', dates, portfolio, benchmark: dates.map(() => 0) }
    const checked = {
      series: measuredPortfolio({ code: 'p', inception: '2023-01-03', ended: null }, raw, DAYS),
      name: 'P',
    }
    expect(findings([checked]).map(({ kind }) => kind)).toEqual(['stale', 'outlying'])
  })
})
