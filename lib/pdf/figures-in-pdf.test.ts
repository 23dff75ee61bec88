import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatPercent } from '@/lib/format'
import { type Demo, demoInputs, readDemo } from '@/lib/report/demo-inputs'
import { phraseText } from '@/lib/report/phrase'
import { reportJob } from './get-report-job'
import { makePdf } from './make-pdf'
import { SAMPLE_PUBLISHER } from './sample-publisher'

const TIME_LIMIT_MS = 60_000

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

function jobIn(locale: 'zh' | 'en') {
  return reportJob(demoInputs(demo, '2024-08-30', { locale }), 'red', SAMPLE_PUBLISHER)
}

/** All text of a PDF without spaces and per cent signs, page by page, in the letters that a reader would type. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    return bare(items.map((item) => ('str' in item ? item.str : '')).join(''))
  })
  return Promise.all(pages)
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200B%]/g, '')
}

describe.each(['zh', 'en'] as const)('the PDF in %s', (locale) => {
  it('keeps the archive standard, has every key point, and both tables row by row', {
    timeout: TIME_LIMIT_MS,
  }, async () => {
    const job = jobIn(locale)
    const { bytes, standard, fault } = makePdf(job)
    expect([standard, fault]).toEqual(['a-2a', null])
    expect(bytes.length).toBeLessThan(1_000_000)
    const pages = await pagesOf(bytes)
    const text = pages.join('')
    for (const point of job.report.keyPoints) expect(pages[0]).toContain(bare(phraseText(point.text)))
    const rows = [...job.report.table1.flatMap((family) => family.rows), ...job.report.table2]
    for (const { name, primary } of rows) {
      const { week, month, year } = primary
      for (const { value } of [week, month, year]) expect(text, name).toContain(bare(formatPercent(value)))
      expect(text, name).toContain(`${primary.winRate.wins}/${primary.winRate.periods}`)
      expect(text, name).toContain(bare(name))
    }
  })

  it('is the same bytes again', { timeout: TIME_LIMIT_MS }, () => {
    expect(Buffer.compare(Buffer.from(makePdf(jobIn(locale)).bytes), Buffer.from(makePdf(jobIn(locale)).bytes))).toBe(0)
  })
})
