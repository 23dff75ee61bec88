/** Documents on Letter: every page has its size, and the documents of fixed length keep their number of pages. */
import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import { factsheetJob } from '@/lib/pdf/document/factsheet-job'
import { onePageJob } from '@/lib/pdf/document/one-page-job'
import { reportJob } from '@/lib/pdf/document/report-job'
import { readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { makePdf } from './make-pdf'

const LETTER = { ...SAMPLE_PRINT, paper: 'letter' } as const
/** 8.5 × 11 in, and 210 × 297 mm, in points. */
const SIZES = { letter: '612x792', a4: '595x842' }

it.each(sampleOf('languages of Letter', LOCALES, 1))(
  'has documents in %s',
  async (locale) => {
    const inputs = demoInputs(await readDemo(), '2024-08-30', { locale })
    const factsheet = factsheetJob({ ...inputs, only: 'csi500-ai-enhanced' }, LETTER)
    const [whole, onePage, sheet, plain] = await Promise.all(
      [reportJob(inputs, LETTER), onePageJob(inputs, LETTER), factsheet, onePageJob(inputs, SAMPLE_PRINT)].map(
        async (job) => {
          const { bytes, standard } = makePdf(job)
          expect(standard).toBe('a-2a')
          return (await readPdf(bytes)).sizes
        },
      ),
    )
    expect(new Set(whole)).toEqual(new Set([SIZES.letter]))
    expect(onePage).toEqual([SIZES.letter])
    expect(sheet).toEqual([SIZES.letter, SIZES.letter])
    expect(plain).toEqual([SIZES.a4])
  },
  60_000,
)
