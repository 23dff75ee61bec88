/** Texts of the store and the settings that look like markup, are too long, or have characters without shape. */
import { beforeAll, describe, expect, it } from 'vitest'
import { cleaned } from '@/lib/pdf/document/clean-text'
import type { ReportJob } from '@/lib/pdf/document/job'
import { reportJob } from '@/lib/pdf/document/report-job'
import { withFewSeries } from '@/lib/testing/demo/few-series'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { IS_LONG_RUN, sampleOf } from '@/lib/testing/run/run-mode'
import { makePdf } from './make-pdf'

/** A short history, unless the run is long: its figures are drawn faster. */
const WEEK = IS_LONG_RUN ? '2024-08-30' : '2017-06-30'
let demo: Demo

beforeAll(async () => {
  demo = await readDemo()
})

describe('cleaned', () => {
  it('replaces characters without shape and bidirectional overrides by a space, and keeps the rest', () => {
    expect(cleaned('a\u202Eb\u0000c\uFEFFd\uD800e\uE000f')).toBe('a b c d e f')
    expect(cleaned('#[*_$\\@] “因子” ±‰')).toBe('#[*_$\\@] “因子” ±‰')
  })
})

describe('hostile texts', () => {
  const HOSTILE = [
    '#eval("1+1") #let x = 1 $x^2$ @ref <label> `raw` *bold* _emph_ = not a heading',
    '\\ { } [ ] ~ -- --- // comment /* block */ "quotes" \'single\' #import "x.typ": *',
    '</text><script>alert(1)</script> & < > "',
    'A'.repeat(200),
    '因子'.repeat(100),
    '\u202Ereversed\u202C \u0000\u0007\u001B control \uFEFF\u200B zero \uD800 lone \uE000 private',
    '   ',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of an attack
    '%s %d ${jndi:ldap} {0} {name, select, other {x}} 1/0 NaN undefined null -1e309',
  ]

  /** Each round gives every text field the next string of the list; together the rounds give each field each string. */
  const ROUNDS = sampleOf(
    'rounds of hostile texts',
    HOSTILE.map((_, round) => round),
    2,
  )

  it.each(ROUNDS)(
    'in every text compile and appear as given, round %i',
    async (round) => {
      let next = round
      const made = makePdf(withTexts(englishJob(), () => HOSTILE[next++ % HOSTILE.length] ?? ''))
      const { pages } = await readPdf(made.bytes)
      expect(made.standard).toBe('a-2a')
      const printed = bare(pages.flat().join(''))
      const words = HOSTILE.flatMap((text) => (text.match(/[A-Za-z]{4,12}/g) ?? []).slice(0, 6))
      for (const word of words) expect(printed).toContain(word)
    },
    60_000,
  )

  it('gives the reason when a character is in none of the fonts', () => {
    const made = makePdf(withTexts(englishJob(), () => 'rocket 🚀'))
    expect(made.standard).toBeNull()
    expect(made.fault).toMatch(/font|character|glyph|codepoint/i)
  }, 60_000)
})

function englishJob(): ReportJob {
  return reportJob(withFewSeries(demoInputs(demo, WEEK, { locale: 'en' })), SAMPLE_PRINT)
}

/** Returns the job with a drawn text for every name, title, description and line from the store or the settings. */
function withTexts(job: ReportJob, draw: () => string): ReportJob {
  const fields = new Set([
    'name',
    'shortName',
    'title',
    'subject',
    'description',
    'reference',
    'facts',
    'text',
    'benchmark',
    'note',
    'alt',
    'meaning',
    'assumptions',
    'label',
    'headline',
    'familyName',
    'email',
    'phone',
  ])
  const replaced = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fields.has(key) ? draw() : value
    if (Array.isArray(value)) return value.map((entry) => replaced(entry, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, name)]))
  }
  return { ...job, ...(replaced({ report: job.report, rows: job.rows }, '') as Pick<ReportJob, 'report' | 'rows'>) }
}
