import { beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '@/lib/analysis/cell'
import { formatPercent, formatWinRate } from '@/lib/base/format'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { buildReport } from '@/lib/report/build/build-report'
import { phraseText } from '@/lib/report/text/phrase'
import { pngSize } from '@/lib/testing/charts/read-png'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PUBLISHER } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { typeset } from './compiler'
import { makeSummaryPicture, summarySetting } from './summary-picture'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

const picturedIn = (locale: Locale, week = '2024-08-30') => ({
  report: buildReport(demoInputs(demo, week, { locale })),
  colours: 'red' as const,
  publisher: SAMPLE_PUBLISHER,
})

function printed({ week, month, year, winRate }: Measure): string {
  return [...[week, month, year].map(({ value }) => formatPercent(value)), formatWinRate(winRate)].join('')
}

describe.each(LOCALES)('the picture of the summary in %s', (locale) => {
  it('is one sheet with headline, key points, every figure in its row, source, version and the mark', async () => {
    const pictured = picturedIn(locale)
    const { report } = pictured
    // The texts of a picture are outlines, so the test reads the same sheet as a PDF.
    const { pages } = await readPdf(typeset(summarySetting(pictured)).bytes)
    expect(pages).toHaveLength(1)
    const lines = pages.flat().map(bare)
    const text = lines.join('')
    expect(text).toContain(bare(report.headline.join('')))
    for (const point of report.keyPoints)
      expect(text.replaceAll('%', '')).toContain(bare(phraseText(point.text)).replaceAll('%', ''))
    for (const { name, primary, longExcess } of report.table1.flatMap(({ rows }) => rows)) {
      expect(lines).toContain(bare(`${name}${printed(primary)}${printed(longExcess)}`))
    }
    for (const { primary, absolute } of report.table2) {
      const own = [absolute.week, absolute.month, absolute.year].map(({ value }) => formatPercent(value)).join('')
      expect(lines.some((line) => line.endsWith(bare(`${printed(primary)}${own}`)))).toBe(true)
    }
    expect(text).toContain(locale === 'zh' ? '演示数据' : 'Demodata')
    expect(lines.at(-1)).toContain(bare(SAMPLE_PUBLISHER.name[locale]))
    expect(lines.at(-1)).toMatch(/2024-08-30.*3/)
  })

  it('is a sharp and small PNG with the same bytes each time', () => {
    const png = Buffer.from(makeSummaryPicture(picturedIn(locale, '2024-02-23')))
    const { widthPx, heightPx } = pngSize(png)
    expect(widthPx).toBe(1482)
    expect(heightPx).toBeGreaterThan(1200)
    expect(png.length).toBeLessThan(700_000)
    expect(png.equals(Buffer.from(makeSummaryPicture(picturedIn(locale, '2024-02-23'))))).toBe(true)
  })
})

it('is made without portfolios, and with texts that look like markup', () => {
  const pictured = picturedIn('en', '2014-01-03')
  const hostile = { ...pictured.report, headline: ['#let x = $1$ \\ @a "b" *c* _d_ <e> `f`'] }
  expect(makeSummaryPicture({ ...pictured, report: hostile }).length).toBeGreaterThan(50_000)
})
