/** What a desk writes of a window, in both languages. */
import { z } from 'zod'
import { LOCALES } from '@/lib/base/locale'

/** Longest commentary of a week or a section, in characters. */
const COMMENTARY_MAX = 20_000
const LINE_MAX = 2_000
const LINES_MAX = 1_000
const DISCLOSURES_MAX = 10_000
const KEY_POINTS_MAX = 40
const SECTIONS_MAX = 5_000

/** Private-use characters are free for the marks of the parser; others of `Cc` cannot be printed. */
const LINE = /^[^\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u
const LINES = /^(?:[^\p{Cc}\p{Co}\p{Cs}]|[\n\t])*$/u
/** Code of a factor, or `:portfolios` and `:risk`, which no code can be. */
const SECTION = /^(?::(?:portfolios|risk)|[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/

const line = z.string().max(LINE_MAX).regex(LINE, 'must be one line of text').regex(/\S/, 'must not be blank')
const lines = (longest: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .max(longest)
        .regex(LINES, 'contains a character that cannot be printed')
        .refine((text) => text.split('\n').length <= LINES_MAX, `has more than ${LINES_MAX} lines`),
    )
const section = z.string().regex(SECTION, 'must be the code of a factor, :portfolios or :risk')
const sections = z
  .array(section)
  .max(SECTIONS_MAX)
  .refine((ids) => new Set(ids).size === ids.length, 'names a section twice')

const languageTexts = z.strictObject({
  title: line.nullable(),
  authors: z.array(line).max(KEY_POINTS_MAX).nullable(),
  /** One line, with bound figures. */
  headline: line.nullable(),
  /** Each with a label, which may be empty, and a text with bound figures; null: the drafted ones. */
  keyPoints: z
    .array(z.strictObject({ label: z.string().max(60).regex(LINE, 'must be one line of text'), text: line }))
    .max(KEY_POINTS_MAX)
    .nullable(),
  /** Markdown subset with bound figures; empty for none. */
  commentary: lines(COMMENTARY_MAX),
  /** The same by the id of a section (`sectionId`); an empty text is none. */
  sectionCommentary: z
    .record(section, lines(COMMENTARY_MAX))
    .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))),
  related: z
    .array(
      z.strictObject({
        title: line,
        url: z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'must be an https address' }).nullable(),
        date: z.iso.date().nullable(),
      }),
    )
    .max(KEY_POINTS_MAX)
    .nullable(),
  /** Plain text that follows the disclosures of the publisher; null for none. */
  disclosures: lines(DISCLOSURES_MAX).pipe(z.string().regex(/\S/, 'must not be blank')).nullable(),
})

export const deskTexts = z.strictObject({
  languages: z.record(z.enum(LOCALES), languageTexts),
  /** Ids of sections in the order wished; sections that are not named follow in the order of the report. */
  sectionOrder: sections,
  hiddenSections: sections,
})

/** What a desk writes of a window; null: as drafted by the product. */
export type DeskTexts = z.output<typeof deskTexts>
export type LanguageTexts = z.output<typeof languageTexts>

const NOTHING: LanguageTexts = {
  title: null,
  authors: null,
  headline: null,
  keyPoints: null,
  commentary: '',
  sectionCommentary: {},
  related: null,
  disclosures: null,
}

/** The texts of a desk that has written nothing. */
export const NO_TEXTS: DeskTexts = { languages: { zh: NOTHING, en: NOTHING }, sectionOrder: [], hiddenSections: [] }
