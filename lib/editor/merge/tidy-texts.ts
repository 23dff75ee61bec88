import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'
import { byLocale } from './by-locale'

/** Returns texts as they are saved: without the empty rows and lines that a form has while somebody types. */
export function tidyTexts({ languages, ...shared }: DeskTexts): DeskTexts {
  return { languages: byLocale((locale) => tidyLanguage(languages[locale])), ...shared }
}

function tidyLanguage(texts: LanguageTexts): LanguageTexts {
  const { title, headline, disclosures, authors, keyPoints, commentary, related, sectionCommentary } = texts
  return {
    title: lineOf(title),
    authors: authors?.map((author) => author.trim()).filter((author) => author !== '') ?? null,
    headline: lineOf(headline),
    keyPoints:
      keyPoints
        ?.map(({ label, text }) => ({ label: label.trim(), text: text.trim() }))
        .filter(({ label, text }) => label !== '' || text !== '') ?? null,
    commentary: commentary.trimEnd(),
    sectionCommentary: Object.fromEntries(
      Object.entries(sectionCommentary)
        .map(([section, text]) => [section, text.trimEnd()] as const)
        .filter(([, text]) => text !== ''),
    ),
    related:
      related
        ?.map(({ title: name, url, date }) => ({ title: name.trim(), url: lineOf(url), date: lineOf(date) }))
        .filter((report) => report.title !== '' || report.url !== null || report.date !== null) ?? null,
    disclosures: lineOf(disclosures),
  }
}

/** An emptied field has the product's own text again. */
function lineOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
