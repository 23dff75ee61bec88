/** The fields of the texts of a week: what two people may change at the same time without a conflict. */
import { LOCALES, type Locale } from '@/lib/base/locale'
import { canonicalJson } from '@/lib/editions/canonical-json'
import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'

/** Texts of a language, each of which is a field. */
export const LANGUAGE_FIELDS = [
  'title',
  'authors',
  'headline',
  'keyPoints',
  'commentary',
  'related',
  'disclosures',
] as const
/** What both languages share. */
const SHARED = ['sectionOrder', 'hiddenSections'] as const

export type LanguageField = (typeof LANGUAGE_FIELDS)[number]
type SharedField = (typeof SHARED)[number]

export type TextField =
  | { locale: Locale; name: LanguageField }
  /** Commentary of one section. */
  | { locale: Locale; name: 'section'; section: string }
  | { locale: null; name: SharedField }

type FieldValue = LanguageTexts[LanguageField] | string | string[]

/** Returns the key of a field: "en.headline", "zh.section.3", "sectionOrder". */
export function fieldKey(field: TextField): string {
  if (field.locale === null) return field.name
  return field.name === 'section' ? `${field.locale}.section.${field.section}` : `${field.locale}.${field.name}`
}

/** Returns all fields of some texts, language by language; sections are those on which any of the texts comments. */
export function fieldsOf(...texts: readonly DeskTexts[]): TextField[] {
  const ofLanguages = LOCALES.flatMap((locale): TextField[] => {
    const sections = new Set(texts.flatMap(({ languages }) => Object.keys(languages[locale].sectionCommentary)))
    return [
      ...LANGUAGE_FIELDS.map((name): TextField => ({ locale, name })),
      ...[...sections].sort().map((section): TextField => ({ locale, name: 'section', section })),
    ]
  })
  return [...ofLanguages, ...SHARED.map((name): TextField => ({ locale: null, name }))]
}

/** Returns the value of a field; null where the product's own text stands. */
export function readField(texts: DeskTexts, field: TextField): FieldValue {
  if (field.locale === null) return texts[field.name]
  const own = texts.languages[field.locale]
  return field.name === 'section' ? (own.sectionCommentary[field.section] ?? '') : own[field.name]
}

/** Returns the texts with the value that other texts have in a field. */
export function copyField(texts: DeskTexts, field: TextField, from: DeskTexts): DeskTexts {
  if (field.locale === null) return { ...texts, [field.name]: from[field.name] }
  const { locale } = field
  const source = from.languages[locale]
  if (field.name === 'section') {
    return withSection(texts, locale, field.section, source.sectionCommentary[field.section] ?? '')
  }
  return withLanguage(texts, locale, { [field.name]: source[field.name] })
}

/** Returns the texts with some fields of a language replaced. */
export function withLanguage(texts: DeskTexts, locale: Locale, changed: Partial<LanguageTexts>): DeskTexts {
  return { ...texts, languages: { ...texts.languages, [locale]: { ...texts.languages[locale], ...changed } } }
}

/** Returns the texts with the commentary of a section replaced; a section without commentary is not listed. */
export function withSection(texts: DeskTexts, locale: Locale, section: string, commentary: string): DeskTexts {
  const { [section]: _, ...others } = texts.languages[locale].sectionCommentary
  const sectionCommentary = commentary === '' ? others : { ...others, [section]: commentary }
  return withLanguage(texts, locale, { sectionCommentary })
}

/** Returns whether two values are the same; the store keeps the keys of an object in another order. */
export function isEqualValue(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

/** Returns whether two texts have the same value in a field. */
export function isEqualField(one: DeskTexts, other: DeskTexts, field: TextField): boolean {
  return isEqualValue(readField(one, field), readField(other, field))
}

/** Returns the fields in which two texts differ. */
export function changedFields(one: DeskTexts, other: DeskTexts): TextField[] {
  return fieldsOf(one, other).filter((field) => !isEqualField(one, other, field))
}
