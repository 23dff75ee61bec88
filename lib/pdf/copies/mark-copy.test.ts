import { beforeAll, describe, expect, it } from 'vitest'
import { onePageJob } from '@/lib/pdf/document/one-page-job'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { reportJob } from '../document/report-job'
import { makePdf } from '../make-pdf'
import { makeWatermark } from './make-watermark'
import { markCopy, pageSize } from './mark-copy'

const WEEK = '2024-08-30'
const TEXT = '仅供 长江养老 <Asia> & Söhne 参阅'
let documents: Record<'report' | 'one-page', Uint8Array>

beforeAll(async () => {
  const inputs = demoInputs(await readDemo(), WEEK, { locale: 'zh' })
  documents = {
    report: makePdf(reportJob(inputs, SAMPLE_PRINT)).bytes,
    'one-page': makePdf(onePageJob(inputs, SAMPLE_PRINT)).bytes,
  }
}, 60_000)

function marked(document: Uint8Array): Uint8Array {
  const overlay = makeWatermark({ kind: 'watermark', text: TEXT, locale: 'zh', ...pageSize(document) })
  expect(overlay.fault).toBeNull()
  return markCopy(document, overlay.bytes, TEXT)
}

describe.each(['report', 'one-page'] as const)('the copy of a %s for a client', (form) => {
  it('has the name on each page once, and all else as it was', async () => {
    const original = documents[form]
    const [before, after] = [await readPdf(original), await readPdf(marked(original))]
    const name = bare(TEXT)
    expect(after.pages.length).toBeGreaterThan(0)
    for (const [page, text] of after.texts.entries()) {
      expect(text.split(name), `page ${page + 1}`).toHaveLength(2)
      expect(text.replace(name, '')).toBe(before.texts[page])
    }
    const { pages: _, texts: __, ...rest } = after
    const { pages: ___, texts: ____, ...same } = before
    expect(rest).toEqual(same)
  })

  it('begins with the bytes of the original, names the client in its metadata, and is the same each time', () => {
    const original = documents[form]
    const copy = marked(original)
    expect(Buffer.from(copy.subarray(0, original.length)).equals(original)).toBe(true)
    const added = Buffer.from(copy.subarray(original.length)).toString()
    expect(added).toContain('仅供 长江养老 &lt;Asia&gt; &amp; Söhne 参阅</rdf:li></rdf:Alt></dc:rights>')
    expect(Buffer.from(marked(original)).equals(copy)).toBe(true)
  })
})

it('refuses a file of another form', () => {
  expect(() => pageSize(Buffer.from('%PDF-1.7\n%%EOF'))).toThrow(RangeError)
})
