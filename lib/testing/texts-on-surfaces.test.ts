/**
 * What a desk writes, on each surface: its figures are those of the daily rows, its text is never markup of the surface, and
 * without texts each surface is byte for byte what it was.
 */
import { createElement } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { RichText } from '@/components/text/rich-text'
import type { View } from '@/lib/address/view'
import { formatPercent } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import { commentarySheet } from '@/lib/export/commentary-sheet'
import { mailHtml } from '@/lib/export/mail/mail'
import { summaryText } from '@/lib/export/summary-text'
import { reportJob } from '@/lib/pdf/document/report-job'
import { makePdf } from '@/lib/pdf/make-pdf'
import { applyTexts } from '@/lib/report/bind/apply-texts'
import { buildReport } from '@/lib/report/build/build-report'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { htmlOf } from '@/lib/testing/pages/in-process'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT, SAMPLE_PUBLISHER } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { pairOf, plainSpread, weekOf } from '@/lib/testing/report/plain-figures'
import { type DeskTexts, NO_TEXTS } from '@/lib/texts/desk-texts'

const WEEK = '2024-08-30'
const CODE = 'intraday-skewness'
const MARK = `{${CODE}.longShort.week}`
/** Markup of each surface, in a form that the Markdown subset takes for text. */
const HOSTILE = '#panic("x") $1/0$ @a \\u{41} =1+1 "q" &amp;lt; \\<b onclick=x\\> ]]> #{x} \\`'
/** The same as a reader sees it. */
const SHOWN = '#panic("x") $1/0$ @a \\u{41} =1+1 "q" &lt; <b onclick=x> ]]> #{x} `'

let demo: Demo
let printed: string

beforeAll(async () => {
  demo = await readDemo()
  const days = demo.days.filter((day) => weekOf(day) === weekOf(WEEK))
  printed = `${formatPercent(plainSpread(pairOf(demo.rows, CODE, ['long', 'short']), days, 'arithmetic'))}%`
})

function texts(): DeskTexts {
  const own = {
    ...NO_TEXTS.languages.en,
    headline: `Desk made ${MARK}`,
    keyPoints: [{ label: 'Desk', text: `Point ${MARK}.` }],
    commentary: `Week **made ${MARK}** [there](https://a.example/?b=1&c=2).\n\n${HOSTILE}`,
    sectionCommentary: { [CODE]: `Section ${MARK}.`, ':risk': 'Risk of the desk.' },
    disclosures: 'Added by the desk.',
  }
  const zh = { ...own, headline: `编辑标题 ${MARK}`, commentary: `本周 ${MARK}。` }
  return { languages: { zh, en: own }, sectionOrder: [':risk'], hiddenSections: [':portfolios'] }
}

function inputsIn(locale: Locale) {
  const shown = { source: texts(), renamed: [], isLimited: false }
  return { ...demoInputs(demo, WEEK, { locale }), texts: shown }
}

function view(locale: Locale): View {
  const shown = { version: 3, latest: 3, stamp: '00000000', isPinned: false, parameters: {} } as const
  return { ...DEFAULT_TABLE, ...shown, locale, convention: 'arithmetic', theme: 'auto', colours: 'red', paper: 'a4' }
}

/** Returns the text of HTML, as a browser shows it. */
function textOf(html: string): string {
  const named: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&#39;': "'",
    '&amp;': '&',
  }
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|amp|#x27|#39);/g, (entity) => named[entity] ?? entity)
}

describe('the figure of the daily rows and the text as it is written', () => {
  it('in a page', async () => {
    const { written } = buildReport(inputsIn('en'))
    const html = await htmlOf(createElement(RichText, { blocks: written?.commentary ?? [] }))
    expect(textOf(html)).toContain(`Week made ${printed} there.`)
    expect(textOf(html)).toContain(SHOWN)
    expect(html).toContain(`href="#cell-${CODE}.longShort.week"`)
    expect(html).toContain('<a href="https://a.example/?b=1&amp;c=2" rel="noopener"')
    expect(html).not.toContain('<b ')
  })

  it('in a mail and in the text for a chat', () => {
    const report = buildReport(inputsIn('en'))
    const html = mailHtml(report, view('en'), 'https://factors.example')
    const mail = textOf(html)
    const chat = summaryText(report)
    for (const text of [mail, chat]) {
      for (const sentence of [
        `Desk made ${printed}`,
        `Point ${printed}.`,
        `Section ${printed}.`,
        'Risk of the desk.',
        SHOWN,
      ]) {
        expect(text).toContain(sentence)
      }
    }
    expect(chat).toContain(`Week made ${printed} there (https://a.example/?b=1&c=2).`)
    expect(html).not.toContain('<b onclick')
    expect(summaryText(buildReport(inputsIn('zh')))).toMatch(new RegExp(`^编辑标题 ${printed.replace('+', '\\+')}`))
  })

  it('in the workbook', () => {
    const rows = commentarySheet(inputsIn('en'))?.table.rows ?? []
    expect(rows.map(([code, , text]) => [code, String(text).split('\n')[0]])).toEqual([
      [null, `Week made ${printed} there (https://a.example/?b=1&c=2).`],
      ['risk', 'Risk of the desk.'],
      [CODE, `Section ${printed}.`],
    ])
    expect(commentarySheet(demoInputs(demo, WEEK))).toBeNull()
  })

  it('in the PDF, without the hidden section and with the disclosures', async () => {
    const job = reportJob(inputsIn('en'), { ...SAMPLE_PRINT, publisher: SAMPLE_PUBLISHER })
    const { texts: pages } = await readPdf(makePdf(job).bytes)
    const all = bare(pages.join(''))
    for (const sentence of [
      `Desk made ${printed}`,
      `Week made ${printed} there.`,
      `Section ${printed}.`,
      'Added by the desk.',
      SHOWN,
    ]) {
      expect(all).toContain(bare(sentence))
    }
    const portfolios = job.report.sections.find(({ kind }) => kind === 'portfolios')
    expect(all).not.toContain(bare(portfolios?.title ?? 'Desk made'))
  }, 60_000)
})

it('are those of the sections alone for a client with some of the series, and only where they name nothing else', () => {
  const source = texts()
  const other = 'Compared with {unknown.longShort.week}.'
  const { en } = source.languages
  const limited = {
    ...source,
    languages: { ...source.languages, en: { ...en, sectionCommentary: { ...en.sectionCommentary, ':risk': other } } },
  }
  const inputs = {
    ...demoInputs(demo, WEEK, { locale: 'en' }),
    texts: { source: limited, renamed: [], isLimited: true },
  }
  const report = buildReport(inputs)
  const drafted = buildReport(demoInputs(demo, WEEK, { locale: 'en' }))
  expect([report.headline, report.keyPoints, report.issue]).toEqual([
    drafted.headline,
    drafted.keyPoints,
    drafted.issue,
  ])
  expect(report.written?.commentary).toEqual([])
  expect(Object.keys(report.written?.sectionCommentary ?? {})).toEqual([CODE])
})

it('change nothing where a desk wrote nothing', () => {
  const drafted = buildReport(demoInputs(demo, WEEK, { locale: 'en' }))
  const { written, ...report } = applyTexts(drafted, NO_TEXTS, new Map())
  expect({ ...report, written: null }).toEqual(drafted)
  expect(written).toMatchObject({ commentary: [], sectionCommentary: {}, disclosures: null, hiddenSections: [] })
})
