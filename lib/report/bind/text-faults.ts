/** Finds figures in the texts of a desk that are not those of the report. */
import { formatPercentInText, formatPercentSize } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { splitMarks } from '@/lib/texts/marks'
import { draftedReport } from './apply-texts'
import { draftedPhrases, partOfMark, type ReportParts, reportParts } from './report-parts'

/** A figure of a text that is not the report's. */
export interface TextFault {
  field: 'headline' | 'keyPoint' | 'commentary' | 'section'
  /** Position of the key point, from 0; null elsewhere. */
  index: number | null
  /** Id of the section; null elsewhere. */
  section: string | null
  /** Of its first character in the text as it is written, in UTF-16 code units. */
  offset: number
  /** As it is written: "+0.42%" or "{skewness.longShort.weak}". */
  written: string
  /** `typed`: equals no figure of the report as printed; `unbound`: a mark of which the report has nothing. */
  reason: 'typed' | 'unbound'
}

/** A percentage or a decimal; neither a date such as 2024.08.30, nor a part of a name such as v1.2. */
const FIGURE =
  /(?:(?<![\d%％A-Za-z])[+＋−－–-])?(?<![\d.,A-Za-z_])(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[ \u00A0]?[%％]|(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+(?!\d|\.\d))/gu
/** Address of a Markdown link. */
const ADDRESS = /\]\([^)\n]*\)|<[a-z]+:[^>\n]*>/gi

/**
 * Returns the figures of texts in one language, by default that of a report, which the report does not have, in the order of
 * the fields.
 */
export function textFaults(
  texts: DeskTexts,
  report: Report,
  renamed: ReadonlyMap<string, string>,
  locale: Locale = report.locale,
): TextFault[] {
  const { headline, keyPoints, commentary, sectionCommentary } = texts.languages[locale]
  const drafted = draftedReport(report)
  const parts = reportParts(drafted, renamed)
  const printed = printedFigures(drafted, parts)
  const faultsOf = (text: string, place: Pick<TextFault, 'field'> & Partial<TextFault>) =>
    faultsIn(text, parts, printed).map((fault) => ({ index: null, section: null, ...place, ...fault }))
  return [
    ...faultsOf(headline ?? '', { field: 'headline' }),
    ...(keyPoints ?? []).flatMap(({ text }, index) => faultsOf(text, { field: 'keyPoint', index })),
    ...faultsOf(commentary, { field: 'commentary' }),
    ...Object.entries(sectionCommentary).flatMap(([section, text]) => faultsOf(text, { field: 'section', section })),
  ]
}

type Found = Pick<TextFault, 'offset' | 'written' | 'reason'>

function faultsIn(source: string, parts: ReportParts, printed: ReadonlySet<string>): Found[] {
  return splitMarks(source).flatMap((piece): Found[] => {
    if (piece.kind === 'mark') {
      const { mark, offset } = piece
      return partOfMark(mark, parts) === null ? [{ offset, written: `{${mark}}`, reason: 'unbound' }] : []
    }
    const text = piece.text.replaceAll(ADDRESS, (address) => ' '.repeat(address.length))
    return [...text.matchAll(FIGURE)]
      .filter(([written]) => !printed.has(plain(written)))
      .map(({ 0: written, index }) => ({ offset: piece.offset + index, written, reason: 'typed' }))
  })
}

/** Returns each figure of a drafted report as it is printed, and those of its sentences, with and without their sign. */
function printedFigures(report: Report, { cells }: ReportParts): Set<string> {
  const figures = [...cells.values()].flatMap((value) => [formatPercentInText(value), formatPercentSize(value)])
  const sentences = draftedPhrases(report).map(phraseText)
  const others = sentences.flatMap((text) => [...text.matchAll(FIGURE)].map(([written]) => plain(written)))
  return new Set([...figures.map(plain), ...others, ...others.map((written) => written.replace(/^[+−]/, ''))])
}

/** Returns a figure in one way of writing: its percent sign, which a column of percentages leaves out, does not count. */
function plain(written: string): string {
  return written
    .replaceAll(/[ \u00A0%％,]/g, '')
    .replace(/^＋/, '+')
    .replace(/^[－–-]/, '−')
}
