import type { Report } from '@/lib/report/model/report'
import type { EditionTexts } from './contents'

/** Returns the drafted texts of a week: those that its report has in one language. */
export function textsOf({ issue, headline, keyPoints }: Report): EditionTexts {
  return {
    title: issue?.title ?? null,
    authors: issue?.authors ?? [],
    headline,
    keyPoints: keyPoints.map(({ label, text }) => ({ label, text })),
    commentary: null,
  }
}
