import { LOCALES } from '@/lib/base/locale'
import { type DeskTexts, deskTexts } from './desk-texts'
import { type MarkdownProblem, parseMarkdown } from './markdown'

/** Why texts cannot be kept. */
export interface TextProblem {
  /** Where: ["languages", "en", "sectionCommentary", "intraday-skewness"]. */
  path: (string | number)[]
  /** Line of a commentary, from 1; null elsewhere. */
  line: number | null
  /** A rule of the Markdown subset, or `form` for a field that is missing, too long or of another form. */
  rule: MarkdownProblem['rule'] | 'form'
  /** One English sentence for programs; pages write their own by the rule. */
  text: string
}

const SAY: Record<MarkdownProblem['rule'], string> = {
  heading: 'headings are not allowed',
  html: 'HTML is not allowed',
  image: 'images are not allowed',
  code: 'code is not allowed: indent text by less than four spaces, and write no backticks',
  table: 'tables are not allowed',
  footnote: 'footnotes are not allowed',
  rule: 'horizontal lines are not allowed',
  reference: 'links and images by reference are not allowed: write the address behind the text',
  'link-address': 'a link needs an address of https: or mailto:',
  'link-title': 'a link has no title',
  depth: 'lists and quotes may stand in each other four times at most',
}

/** Checks what somebody wants to save as texts; returns them in the form in which they are kept, or all that is wrong. */
export function readTexts(content: unknown): { texts: DeskTexts } | { problems: TextProblem[] } {
  const parsed = deskTexts.safeParse(content)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      ...{ path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)), line: null, text: message },
      rule: 'form' as const,
    }))
    return { problems }
  }
  const texts = parsed.data
  const problems = LOCALES.flatMap((locale) => {
    const { commentary, sectionCommentary } = texts.languages[locale]
    return [
      ...markdownProblems(commentary, ['languages', locale, 'commentary']),
      ...Object.entries(sectionCommentary).flatMap(([id, text]) =>
        markdownProblems(text, ['languages', locale, 'sectionCommentary', id]),
      ),
    ]
  })
  return problems.length > 0 ? { problems } : { texts }
}

function markdownProblems(source: string, path: string[]): TextProblem[] {
  return parseMarkdown(source).problems.map(({ rule, line }) => ({ path, line, rule, text: SAY[rule] }))
}
