/** Binds texts to reports of the demo data; their figures are derived from the daily rows by plain loops. */
import { beforeAll, describe, expect, it } from 'vitest'
import { formatPercent } from '@/lib/base/format'
import { LOCALES } from '@/lib/base/locale'
import { buildReport } from '@/lib/report/build/build-report'
import type { PhrasePart, Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { pairOf, plainSpread, weekOf } from '@/lib/testing/report/plain-figures'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf, sizeOfRun } from '@/lib/testing/run/run-mode'
import { type DeskTexts, type LanguageTexts, NO_TEXTS } from '@/lib/texts/desk-texts'
import { applyTexts, draftedReport } from './apply-texts'
import { draftedText } from './drafted-text'
import { sectionId } from './section-id'
import { textFaults } from './text-faults'

const WEEK = '2024-08-30'
const NONE = new Map<string, string>()

let demo: Demo
let report: Report

beforeAll(async () => {
  demo = await readDemo()
  report = buildReport(demoInputs(demo, WEEK, { locale: 'en' }))
})

function english(own: Partial<LanguageTexts>, others: Partial<DeskTexts> = {}): DeskTexts {
  const { zh, en } = NO_TEXTS.languages
  return { ...NO_TEXTS, ...others, languages: { zh, en: { ...en, ...own } } }
}

/** Returns the long–short return of a week from the daily rows, a decimal fraction. */
function weekOfRows(code: string, asOf: string): number {
  const days = demo.days.filter((day) => weekOf(day) === weekOf(asOf))
  const value = plainSpread(pairOf(demo.rows, code, ['long', 'short']), days, 'arithmetic')
  if (value === null) throw new Error(`${code} has no week`)
  return value
}

describe('drafted texts', () => {
  it(
    'come back as they were from the form in which a desk writes, and have no faults',
    () => {
      const ends = sampleOf('drafted texts', weekEnds(demo.days).slice(60), 2)
      for (const asOf of [...ends, WEEK]) {
        for (const locale of LOCALES) {
          const drafted = buildReport(demoInputs(demo, asOf, { locale }))
          const keyPoints = drafted.keyPoints.map(({ label, text }) => ({ label, text: draftedText(text) }))
          const { zh, en } = NO_TEXTS.languages
          const texts = { ...NO_TEXTS, languages: { zh, en, [locale]: { ...NO_TEXTS.languages[locale], keyPoints } } }
          const written = applyTexts(drafted, texts, NONE)
          const plain = ({ keyPoints: points }: Report) => points.map(({ label, text }) => [label, phraseText(text)])
          expect(plain(written)).toEqual(plain(drafted))
          expect(textFaults(texts, drafted, NONE)).toEqual([])
          expect(draftedReport(written)).toEqual(drafted)
        }
      }
    },
    sizeOfRun({ usual: 30_000, long: 900_000 }),
  )
})

describe('a bound figure', () => {
  it('is that of the daily rows in headline, key points and commentaries, and links to its cell', () => {
    const [code = ''] = report.table1.flatMap(({ rows }) => rows.map((row) => row.code))
    const mark = `{${code}.longShort.week}`
    const name = report.table1.flatMap(({ rows }) => rows).find((row) => row.code === code)?.shortName
    const written = applyTexts(
      report,
      english({
        headline: `{name:${code}} made ${mark}, or {${code}.longShort.week|size}`,
        keyPoints: [{ label: 'Desk', text: `Week: ${mark}.` }],
        commentary: `It **made ${mark}** this week.`,
        sectionCommentary: { [code]: `- ${mark}` },
      }),
      NONE,
    )
    const value = weekOfRows(code, WEEK)
    const printed = `${formatPercent(value)}%`
    const size = printed.replace(/^[+−]/, '')
    expect(written.headline).toEqual([`${name} made ${printed}, `, `or ${size}`])
    expect(written.keyPoints.map(({ text }) => phraseText(text))).toEqual([`Week: ${printed}.`])
    const figures = JSON.stringify([written.keyPoints, written.written?.commentary, written.written?.sectionCommentary])
    const parts: PhrasePart[] = figures.match(/\{"kind":"figure"[^}]*\}/g)?.map((part) => JSON.parse(part)) ?? []
    expect(parts).toHaveLength(3)
    for (const part of parts) {
      expect(part).toEqual({
        kind: 'figure',
        cell: `${code}.longShort.week`,
        value: expect.closeTo(value, 12),
        form: 'signed',
      })
    }
  })

  it('follows a series that was renamed, and stays as it is written where the report has no such cell', () => {
    const [code = ''] = report.table1.flatMap(({ rows }) => rows.map((row) => row.code))
    const texts = english({ headline: '{former.longShort.week} {former.longShort.weak}' })
    const value = `${formatPercent(weekOfRows(code, WEEK))}%`
    expect(applyTexts(report, texts, new Map([['former', code]])).headline).toEqual([
      `${value} {former.longShort.weak}`,
    ])
    expect(textFaults(texts, report, NONE)).toHaveLength(2)
    expect(textFaults(texts, report, new Map([['former', code]]))).toEqual([
      {
        ...{ field: 'headline', index: null, section: null, offset: 24 },
        ...{ written: '{former.longShort.weak}', reason: 'unbound' },
      },
    ])
  })
})

describe('a typed figure', () => {
  const faults = (commentary: string) => textFaults(english({ commentary }), report, NONE).map(({ written }) => written)

  it('passes when it equals a figure of the report as printed', () => {
    const [code = ''] = report.table1.flatMap(({ rows }) => rows.map((row) => row.code))
    const printed = formatPercent(weekOfRows(code, WEEK))
    expect(faults(`made ${printed}%, ${printed.replace('−', '-')} %, ${printed.replace(/^[+−]/, '')}`)).toEqual([])
  })

  it('is a fault otherwise, with its place; dates, counts, years and addresses are none', () => {
    expect(faults('上涨123.45%，约77.7，下跌-99.99％')).toEqual(['123.45%', '77.7', '-99.99％'])
    expect(faults('On 2024.08.30 in 2024, 3 factors of v1.2 in week 35; [see](https://a.example/1.23%25)')).toEqual([])
    const [fault] = textFaults(english({ keyPoints: [{ label: '', text: 'up 1,234.56%' }] }), report, NONE)
    expect(fault).toMatchObject({
      field: 'keyPoint',
      index: 0,
      offset: 3,
      written: '1,234.56%',
      reason: 'typed',
    })
  })
})

it('puts the named sections first, and keeps the others in their order', () => {
  const ids = report.sections.map(sectionId)
  const [first = '', second = ''] = ids
  const written = applyTexts(report, english({}, { sectionOrder: [':risk', second, 'unknown'] }), NONE)
  const others = ids.filter((id) => ![':risk', second].includes(id))
  expect(written.sections.map(sectionId)).toEqual([':risk', second, first, ...others.slice(1)])
})
