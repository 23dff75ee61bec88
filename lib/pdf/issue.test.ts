/** The documents of months and quarters. */
import { expect, it } from 'vitest'
import { formatPercent, formatWinRate } from '@/lib/base/format'
import { onePageJob } from '@/lib/pdf/document/one-page-job'
import { reportJob } from '@/lib/pdf/document/report-job'
import { phraseText } from '@/lib/report/text/phrase'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { makePdf } from './make-pdf'

it.each([
  ['month', 'en', 'August 2024'],
  ['quarter', 'zh', '2024 年三季度'],
] as const)('a %s has a whole report and one page in %s', { timeout: 120_000 }, async (window, locale, name) => {
  const inputs = demoInputs(await readDemo(), '2024-08-30', { locale, window })
  const whole = reportJob(inputs, SAMPLE_PRINT)
  const { report } = whole
  for (const job of [whole, onePageJob(inputs, SAMPLE_PRINT)]) {
    const made = makePdf(job)
    expect(made.fault).toBeNull()
    const { texts, pages } = await readPdf(made.bytes)
    const text = texts.join('')
    expect(text).toContain(bare(name))
    expect(text).toContain(bare(report.headline.join('')))
    expect(text).toContain(bare(phraseText(report.keyPoints[0]?.text ?? [])))
    if (job.kind !== 'report') continue
    const lines = pages.flat().map(bare)
    for (const { shortName, name: own, primary, longExcess } of report.table1.flatMap(({ rows }) => rows)) {
      const figures = [primary, longExcess].flatMap(({ week, month, year, winRate }) => [
        ...[week, month, year].map(({ value }) => formatPercent(value)),
        formatWinRate(winRate),
      ])
      expect(lines, shortName).toContain(bare(`${own}${figures.join('')}`))
    }
  }
})
