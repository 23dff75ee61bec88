import type { Report, ReportIssueText, WrittenTexts } from '@/lib/report/model/report'
import { richText } from '@/lib/report/text/rich-text'
import type { EditionTexts } from './contents'

/** Returns the texts of a week: those that its report has in one language. */
export function textsOf({ issue, headline, keyPoints, written }: Report): EditionTexts {
  return {
    title: issue?.title || null,
    authors: issue?.authors ?? [],
    headline,
    keyPoints: keyPoints.map(({ label, text }) => ({ label, text })),
    commentary: written && written.commentary.length > 0 ? richText(written.commentary) : null,
    ...(written && ownTexts(written, issue)),
  }
}

/** Returns what only a desk writes; what it did not write is absent. */
function ownTexts(written: WrittenTexts, issue: ReportIssueText | null) {
  const { sectionCommentary, disclosures, source } = written
  const { sectionOrder, hiddenSections } = source
  const sections = Object.entries(sectionCommentary).map(([id, blocks]) => [id, richText(blocks)])
  const related = issue !== written.drafted.issue && issue ? issue.related.map(relatedText) : []
  return {
    ...(sections.length > 0 && { sectionCommentary: Object.fromEntries(sections) }),
    ...(related.length > 0 && { related }),
    ...(disclosures !== null && { disclosures }),
    ...(sectionOrder.length > 0 && { sectionOrder }),
    ...(hiddenSections.length > 0 && { hiddenSections }),
  }
}

function relatedText({ title, date, url }: ReportIssueText['related'][number]): string {
  return [title, date, url].filter((part) => part !== null).join(' ')
}
