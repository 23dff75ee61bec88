import { beforeAll, describe, expect, it } from 'vitest'
import type { View } from '@/lib/address/view'
import { escapeHtml } from '@/lib/base/escape-html'
import { formatPercent } from '@/lib/base/format'
import { paletteOf } from '@/lib/charts/theme'
import { sourcedText, summaryText } from '@/lib/export/summary-text'
import { buildReport } from '@/lib/report/build/build-report'
import type { Report } from '@/lib/report/model/report'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { phraseText } from '@/lib/report/text/phrase'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { mailHtml, mailSubject } from './mail'
import { mailMessage } from './mail-message'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

const ORIGIN = 'https://factors.example'

function view(locale: 'zh' | 'en'): View {
  const shown = { version: 3, latest: 3, stamp: '00000000', isPinned: false, parameters: {} } as const
  return { ...DEFAULT_TABLE, ...shown, locale, convention: 'arithmetic', theme: 'auto', colours: 'red', paper: 'a4' }
}

const reportIn = (locale: 'zh' | 'en', asOf = '2024-08-30'): Report => buildReport(demoInputs(demo, asOf, { locale }))

/** Returns the text of the cells in the mail's table rows. */
function rowsOf(html: string): string[][] {
  return Array.from(html.matchAll(/<tr>(.*?)<\/tr>/g), ([, row = '']) =>
    Array.from(row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g), ([, cell = '']) => cell),
  )
}

describe.each(['zh', 'en'] as const)('the mail in %s', (locale) => {
  it('has every figure of both tables in its row', () => {
    const report = reportIn(locale)
    const rows = rowsOf(mailHtml(report, view(locale), ORIGIN))
    const factors = report.table1.flatMap((family) => family.rows).sort((a, b) => a.number - b.number)
    const lines = [
      ...factors.map((row) => ({ row, measure: row.primary })),
      ...factors.map((row) => ({ row, measure: row.longExcess })),
      ...report.table2.map((row) => ({ row, measure: row.primary })),
    ].map(({ row, measure: { week, month, year, winRate } }) => [
      escapeHtml(row.shortName),
      ...[week, month, year].map(({ value }) => formatPercent(value)),
      `${winRate.wins}/${winRate.periods}`,
    ])
    const portfolios = report.table2.length
    const portfoliosFirst = [...lines.slice(-portfolios), ...lines.slice(0, -portfolios)]
    expect(rows.filter((row) => row[4]?.includes('/'))).toEqual(portfoliosFirst)
    const absolute = report.table2.map(({ shortName, absolute: { week, month, year } }) => [
      escapeHtml(shortName),
      ...[week, month, year].map(({ value }) => formatPercent(value)),
      '',
    ])
    for (const line of absolute) expect(rows).toContainEqual(line)
  })

  it('has headline and key points, links to the page, and is self-contained with less than 100 kB', () => {
    const report = reportIn(locale)
    const html = mailHtml(report, view(locale), ORIGIN)
    for (const { text } of report.keyPoints) expect(html).toContain(escapeHtml(phraseText(text)))
    expect(html).toContain(`href="${ORIGIN}${locale === 'en' ? '/en' : ''}/weeks/2024-08-30"`)
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|undefined|NaN/)
    expect(html.length).toBeLessThan(100_000)
  })

  it('has product and week in its subject, source, mark of demo data, and links to page and PDF', () => {
    const report = reportIn(locale)
    const html = mailHtml(report, view(locale), ORIGIN)
    const subject = `${locale === 'zh' ? '因子周报 2024 年第 35 周：' : 'Factor Weekly, week 35 of 2024: '}${report.headline.join('')}`
    expect(html).toContain(`<title>${escapeHtml(subject)}</title>`)
    expect(html).toContain(`/weeks/2024-08-30/report.pdf"`)
    const source =
      locale === 'zh'
        ? ['资料来源：', '演示数据：', '不构成投资建议。']
        : ['Source: ', 'Demo data: ', 'Not investment advice.']
    for (const text of source) expect(html).toContain(text)
  })

  it('has its columns under each other, and texts and lines that show in a dark client', () => {
    const html = mailHtml(reportIn(locale), view(locale), ORIGIN)
    const heads = Array.from(html.matchAll(/<table[^>]*><tr>(.*?)<\/tr>/g), ([, row = '']) =>
      Array.from(row.matchAll(/ width="(\d+)"/g), ([, width]) => width),
    )
    expect(heads.length).toBeGreaterThan(4)
    expect(new Set(heads.map(String))).toEqual(new Set(['52,52,52,72']))
    const dark = paletteOf('dark', 'red')
    for (const rule of [`table{border-color:${dark.rule}`, `th{border-color:${dark.line}`, `.ink{color:${dark.ink}`]) {
      expect(html).toContain(`${rule}!important}`)
    }
  })

  it('is a draft with the same subject, and all of its text in both parts', () => {
    const report = reportIn(locale)
    const [head = '', , ...parts] = mailMessage(report, view(locale), ORIGIN).split(/\r\n(?=----factor|\r\n)/)
    const words = Array.from(head.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g), ([, word = '']) => Buffer.from(word, 'base64'))
    expect(Buffer.concat(words).toString()).toBe(mailSubject(report))
    for (const line of head.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    const bodies = parts
      .filter((part) => /^\s*[A-Za-z0-9+/=\r\n]{200,}$/.test(part))
      .map((part) => Buffer.from(part, 'base64').toString())
    expect(bodies).toEqual([sourcedText(report, view(locale), ORIGIN), mailHtml(report, view(locale), ORIGIN)])
    expect(bodies[0]).toMatch(/https:\/\/factors\.example(\/en)?\/weeks\/2024-08-30$/)
  })

  it('has less than 102 kB with 60 factors, which mail clients show whole', () => {
    const report = reportIn(locale)
    const table1 = report.table1.map((family) => ({
      ...family,
      rows: Array.from({ length: 20 }, () => family.rows[0]).filter((row) => row !== undefined),
    }))
    expect(table1.flatMap(({ rows }) => rows)).toHaveLength(60)
    expect(Buffer.byteLength(mailHtml({ ...report, table1 }, view(locale), ORIGIN))).toBeLessThan(102_000)
  })
})

it('escapes HTML in names', () => {
  const inputs = demoInputs(demo, '2024-08-30', { locale: 'en' })
  for (const factor of inputs.catalogue.factors) factor.shortName = `<img src=x onerror=1> & "${factor.code}"`
  const hostile = buildReport(inputs)
  const html = mailHtml(hostile, view('en'), ORIGIN)
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=1&gt; &amp; &quot;intraday-skewness&quot;')
})

it('the text for a chat has a line for each factor and portfolio', () => {
  const lines = summaryText(reportIn('zh')).split('\n')
  expect(lines[0]).toBe(`${reportIn('zh').headline.join('')}  2024-08-30`)
  expect(lines.filter((line) => /：(多空|超额)收益.*胜率 \d+\/\d+。$/.test(line))).toHaveLength(16)
  const { table2 } = reportIn('zh')
  expect(lines.slice(-2)).toEqual(
    table2.map(({ name, absolute: { week, month, year } }) => {
      const [ofWeek, ofMonth, ofYear] = [week, month, year].map(({ value }) => `${formatPercent(value)}%`)
      return `${name}：绝对收益本周 ${ofWeek}，8 月 ${ofMonth}，2024 年 ${ofYear}。`
    }),
  )
})
