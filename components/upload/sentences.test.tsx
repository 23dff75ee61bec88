/** Faults of files and refusals of withdrawals are said in the language of the page, beside the exact English. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { FAULT_RULES, type FaultRule } from '@/lib/import/outcome/fault'
import { ACCEPTABLE, type HoldRule } from '@/lib/import/outcome/hold'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { WithdrawalOutcome } from '@/lib/store/withdraw/withdrawal-outcome'
import { type RefusalReason, WithdrawalRefusal } from '@/lib/store/withdraw/withdrawal-refusal'
import { FaultTable, type FaultyFile } from './fault-table'
import { MovedEditionsTable } from './moved-editions-table'
import { WithdrawVersion } from './withdraw-version'

const FAULTS = Object.keys(FAULT_RULES) as FaultRule[]
const HAN = /\p{Script=Han}/u

/** A reason of each code. */
const REASONS: { [Code in RefusalReason['code']]: (RefusalReason & { code: Code })['values'] } = {
  'turned-dates': { from: '2024-08-30', to: '2024-08-01' },
  'nothing-named': {},
  'empty-store': { version: 7 },
  'unknown-version': { version: 9, newest: 3 },
  renamed: { version: 4 },
  'no-dates': { version: 5 },
  'unknown-series': { names: 'nobody' },
  'before-inception': { code: 'skewness', date: '2024-08-27', inception: '2024-08-28' },
  'after-end': { code: 'skewness', date: '2024-08-27', ended: '2024-08-23' },
  'over-limit': { code: 'skewness', date: '2024-08-27', limit: 0.21 },
  'sum-differs': { code: 'enhanced', date: '2024-08-27', sum: '-0.004', excess: '0.001', difference: '-0.005' },
  'no-excess': { code: 'enhanced', date: '2024-08-27', sum: '0.004' },
  'has-rows': { code: 'extra', rows: 12, version: '5' },
  'has-contributions': { component: 'style' },
  'in-family': { code: 'skewness', family: 'intraday' },
  'in-market': { kind: 'portfolio', code: 'enhanced', market: 'CN' },
  'based-on': { code: 'enhanced', factor: 'network' },
  fault: { column: 'inception', value: '2024-08-01', rule: 'catalogue-contradiction', remedy: 'Write an earlier day.' },
  more: { count: 3 },
}
const EACH = Object.entries(REASONS).map(([code, values]) => ({ code, values }) as RefusalReason)

it.each(LOCALES)('each rule that a load can report has its sentences in %s', (locale) => {
  const t = translatorFor(locale)
  const sentences = [
    ...FAULTS.flatMap((rule) => [t(`load.fault-${rule}`), t(`load.remedy-${rule}`)]),
    ...ACCEPTABLE.map((rule: HoldRule) => t(`load.finding-${rule}`)),
  ]
  expect(sentences.filter((sentence) => HAN.test(sentence) !== (locale === 'zh'))).toEqual([])
  expect(new Set(FAULTS.map((rule) => t(`load.fault-${rule}`))).size).toBe(FAULTS.length)
  expect(FAULTS.map((rule) => t(`load.remedy-${rule}`)).filter((text) => !/[.。]$/.test(text))).toEqual([])
})

it.each(LOCALES)('a page of a refused file says once for each rule what it asks for, in %s', (locale) => {
  const t = translatorFor(locale)
  const markup = renderToStaticMarkup(<FaultTable outcomes={[refusedFile()]} view={viewOf(locale)} />)
  expect(markup.match(/data-remedy="[\w-]+"/g)).toEqual(['data-remedy="total-loss"', 'data-remedy="not-a-date"'])
  expect(markup).toContain(t('load.remedy-total-loss'))
  expect(markup.match(/Exact remedy \d/g)).toHaveLength(3)
})

it.each(LOCALES)('a page says each reason of a refused withdrawal with its values, in %s', (locale) => {
  const page = { mayLoad: true, problem: null, outcome: null, published: null, refusal: EACH }
  const markup = renderToStaticMarkup(
    <WithdrawVersion version={4} page={page} catalogue={{} as Catalogue} view={viewOf(locale)} />,
  )
  const items = [...markup.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, item]) => item ?? '')
  expect(items).toHaveLength(EACH.length)
  for (const [index, reason] of EACH.entries()) {
    expect(HAN.test(items[index] ?? '')).toBe(locale === 'zh')
    for (const value of valuesSaid(reason, translatorFor(locale)))
      expect(items[index]).toContain(value.replace(/^-/, '−'))
  }
})

it.each(LOCALES)('a page keeps each date of what a withdrawal would change on one line, in %s', (locale) => {
  const [from, to] = ['2024-08-26', '2024-08-30']
  const rows = { rowsWithdrawn: 5, rowsRestated: 0, rowsNew: 0, rowsUnchanged: 0, changes: [], entries: [] }
  const newestDays = [{ market: 'CN', before: to, after: '2024-08-23' }]
  const outcome = {
    ...rows,
    weeks: [{ from, to, rows: 5 }],
    newestDays,
  } as Partial<WithdrawalOutcome> as WithdrawalOutcome
  const page = { mayLoad: true, problem: null, outcome, published: null, refusal: null }
  const markup = renderToStaticMarkup(
    <WithdrawVersion version={4} page={page} catalogue={{} as Catalogue} view={viewOf(locale)} />,
  )
  const whole = [...markup.matchAll(/nowrap">([^<]*)</g)].map(([, date]) => date)
  expect(whole).toHaveLength(4)
  expect(whole).toEqual(markup.match(/\d{4}-\d\d-\d\d/g))
})

it('the command says the same reasons in English', () => {
  for (const reason of EACH) {
    const { message } = new WithdrawalRefusal([reason])
    for (const value of valuesSaid(reason, translatorFor('en'))) expect(message).toContain(value)
  }
  expect(new WithdrawalRefusal(EACH.slice(-1), 'Heading:').message).toBe('Heading:\n  and 3 more')
})

/** Returns the values that a sentence must name: kinds and rules have words of their own. */
function valuesSaid({ code, values }: RefusalReason, t: Translator): string[] {
  const { kind: _, rule, ...others } = { kind: null, rule: null, ...values }
  return [...Object.values(others).map(String), ...(code === 'fault' && rule ? [t(`load.fault-${rule}`)] : [])]
}

function viewOf(locale: Locale): View {
  return parseView(locale, 'v3of8.00000000-arithmetic-family-auto-red') as View
}

function refusedFile(): FaultyFile {
  const rules = ['total-loss', 'not-a-date', 'total-loss'] as const
  const faults = rules.map((rule, index) => ({
    ...{ file: 'a.csv', sheet: null, row: index + 2, column: 'long', value: '-1', rule },
    remedy: `Exact remedy ${index}.`,
  }))
  return { faults, faultCount: 3 }
}

it.each([
  [{ compared: 1, left: 0 }, false, ['publishedNone']],
  [{ compared: 0, left: 3 }, false, ['publishedLeft']],
  [{ compared: 12, left: 3 }, true, ['publishedNone', 'publishedLeft', 'publishedEntries']],
] as const)('a page says what it compared with editions: %j', (counts, hasEntries, keys) => {
  const t = translatorFor('zh')
  const published = { figures: [], count: 0, ...counts }
  const values = { ...counts, max: 12, factors: 50 }
  const markup = renderToStaticMarkup(
    <MovedEditionsTable published={published} {...{ hasEntries, catalogue: {} as Catalogue, view: viewOf('zh') }} />,
  )
  expect(markup).toContain(`>${keys.map((key) => t(`load.${key}`, values)).join('')}</p>`)
})
