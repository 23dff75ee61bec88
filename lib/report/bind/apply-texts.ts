import type { PhrasePart, Report, ReportIssueText, Section } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'
import type { ShownTexts } from '@/lib/texts/get-shown-texts'
import { type MarkdownPart, parseMarkdown } from '@/lib/texts/markdown'
import { splitMarks } from '@/lib/texts/marks'
import type { RichBlock, RichInline } from '@/lib/texts/rich-text'
import { boundLine, boundMark, partOfMark, type ReportParts, reportParts } from './report-parts'
import { sectionId } from './section-id'

/** After these a line of a headline may break. */
const CLAUSES = /(?<=[，；：。！？])|(?<=[,;:.!?] )/

/** Returns a report as the product drafts it, without what a desk wrote. */
export function draftedReport(report: Report): Report {
  return report.written === null ? report : { ...report, ...report.written.drafted, written: null }
}

/** Returns a drafted report with the texts that its readers see. */
export function applyShownTexts(report: Report, { source, renamed, isLimited }: ShownTexts): Report {
  const codes = new Map(renamed)
  return applyTexts(report, isLimited ? ofSections(source, report, reportParts(report, codes)) : source, codes)
}

/**
 * Returns a report with the texts of a desk in the place of the drafted ones, their figures bound to its cells.
 * @param renamed newest codes of renamed series by their old ones
 */
export function applyTexts(report: Report, source: DeskTexts, renamed: ReadonlyMap<string, string>): Report {
  const drafted = draftedReport(report)
  const { headline, keyPoints, issue, sections } = drafted
  const parts = reportParts(drafted, renamed)
  const own = source.languages[report.locale]
  const newest = (ids: readonly string[]) => ids.map((id) => renamed.get(id) ?? id)
  return {
    ...drafted,
    headline: own.headline === null ? headline : phraseText(boundLine(own.headline, parts)).split(CLAUSES),
    keyPoints: own.keyPoints?.map(({ label, text }) => ({ label, text: boundLine(text, parts) })) ?? keyPoints,
    issue: issueOf(issue, own),
    sections: inOrder(sections, newest(source.sectionOrder)),
    written: {
      source,
      commentary: boundMarkdown(own.commentary, parts),
      sectionCommentary: Object.fromEntries(
        Object.entries(own.sectionCommentary).map(([id, text]) => [renamed.get(id) ?? id, boundMarkdown(text, parts)]),
      ),
      disclosures: own.disclosures,
      hiddenSections: newest(source.hiddenSections),
      drafted: { headline, keyPoints, issue, sections },
    },
  }
}

/**
 * Returns the part of texts that readers of some series may see: the commentary of a section that the report has, when
 * it names nothing but what the report has. What the desk wrote of the week may speak of any series.
 */
function ofSections({ languages, ...texts }: DeskTexts, report: Report, parts: ReportParts): DeskTexts {
  const ids = new Set(report.sections.map(sectionId))
  const isKnown = (text: string) =>
    splitMarks(text).every((piece) => piece.kind === 'text' || partOfMark(piece.mark, parts) !== null)
  const limited = (own: LanguageTexts): LanguageTexts => ({
    ...{ ...own, title: null, headline: null, keyPoints: null, commentary: '', related: null },
    sectionCommentary: Object.fromEntries(
      Object.entries(own.sectionCommentary).filter(
        ([id, text]) => ids.has(parts.renamed.get(id) ?? id) && isKnown(text),
      ),
    ),
  })
  return { ...texts, languages: { zh: limited(languages.zh), en: limited(languages.en) } }
}

/** Returns the issue with title, authors and related reports of the desk; null when neither has any. */
function issueOf(issue: ReportIssueText | null, { title, authors, related }: LanguageTexts): ReportIssueText | null {
  if (title === null && authors === null && related === null) return issue
  return {
    issueDate: issue?.issueDate ?? null,
    title: title ?? issue?.title ?? '',
    authors: authors ?? issue?.authors ?? [],
    related: related ?? issue?.related ?? [],
  }
}

/** Returns the named sections first, in the order of their names, then the others. */
function inOrder(sections: readonly Section[], order: readonly string[]): Section[] {
  const named = order.flatMap((id) => sections.filter((section) => sectionId(section) === id))
  return [...named, ...sections.filter((section) => !named.includes(section))]
}

/** Returns a commentary with the figures of a report. Its source was checked when it was saved. */
function boundMarkdown(source: string, parts: ReportParts): RichBlock<PhrasePart>[] {
  return parseMarkdown(source).blocks.map((block) => boundBlock(block, parts))
}

function boundBlock(block: RichBlock<MarkdownPart>, parts: ReportParts): RichBlock<PhrasePart> {
  if (block.kind === 'paragraph') return { ...block, parts: block.parts.map((part) => boundInline(part, parts)) }
  if (block.kind === 'quote') return { ...block, blocks: block.blocks.map((inner) => boundBlock(inner, parts)) }
  return { ...block, items: block.items.map((item) => item.map((inner) => boundBlock(inner, parts))) }
}

function boundInline(inline: RichInline<MarkdownPart>, parts: ReportParts): RichInline<PhrasePart> {
  if (inline.kind === 'mark') return boundMark(inline.mark, parts)
  if (inline.kind === 'text' || inline.kind === 'break') return inline
  return { ...inline, parts: inline.parts.map((part) => boundInline(part, parts)) }
}
