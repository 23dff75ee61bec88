/** Reads the form of the page that edits texts, as a browser without scripts sends it. */
import type { Locale } from '@/lib/base/locale'
import { byLocale } from '@/lib/editor/merge/by-locale'
import { isEqualValue } from '@/lib/editor/merge/text-field'
import { tidyTexts } from '@/lib/editor/merge/tidy-texts'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import type { DeskTexts, LanguageTexts } from '@/lib/texts/desk-texts'

type Drafted = Pick<EditorModel, 'drafted' | 'sections'>

/**
 * Returns the texts of a form. A field that equals the drafted text is as drafted: a form without script cannot say it
 * otherwise.
 */
export function formTexts(form: FormData, { drafted, sections }: Drafted): DeskTexts {
  return tidyTexts({
    languages: byLocale((locale) => languageOf(form, locale, drafted[locale])),
    ...sectionsOf(
      form,
      sections.map(({ id }) => id),
    ),
  })
}

function languageOf(form: FormData, locale: Locale, drafted: Drafted['drafted'][Locale]): LanguageTexts {
  const text = (name: string) => textsOf(form, `${locale}.${name}`)[0] ?? ''
  const texts = (name: string) => textsOf(form, `${locale}.${name}`)
  const [labels, urls, dates] = [texts('point.label'), texts('related.url'), texts('related.date')]
  const keyPoints = texts('point.text').map((own, index) => ({ label: labels[index] ?? '', text: own }))
  const related = texts('related.title').map((title, index) => ({
    title,
    url: urls[index] || null,
    date: dates[index] || null,
  }))
  const prefix = `${locale}.section.`
  const sections = [...form.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  return {
    title: unlessDrafted(text('title'), drafted.title),
    authors: unlessDrafted(
      text('authors')
        .split('\n')
        .map((author) => author.trim())
        .filter((author) => author !== ''),
      drafted.authors,
    ),
    headline: unlessDrafted(text('headline'), drafted.headline),
    keyPoints: unlessDrafted(
      keyPoints.filter((point) => point.label !== '' || point.text !== ''),
      drafted.keyPoints,
    ),
    commentary: text('commentary'),
    sectionCommentary: Object.fromEntries(sections.map((id) => [id, text(`section.${id}`)])),
    related: unlessDrafted(
      related.filter(({ title, url, date }) => title !== '' || url !== null || date !== null),
      drafted.related,
    ),
    disclosures: text('disclosures'),
  }
}

function unlessDrafted<Value>(value: Value, drafted: Value): Value | null {
  return isEqualValue(value, drafted) ? null : value
}

/** Reads the places of the sections, which a person may have numbered in any way, and which of them are shown. */
function sectionsOf(form: FormData, own: readonly string[]): Pick<DeskTexts, 'sectionOrder' | 'hiddenSections'> {
  const ids = textsOf(form, 'section')
  const places = textsOf(form, 'place').map(Number)
  const shown = textsOf(form, 'shown')
  const ordered = ids
    .map((id, index) => ({ id, place: placeOf(places[index] || index + 1, index + 1) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ id }) => id)
  return {
    sectionOrder: isEqualValue(ordered, own) ? [] : ordered,
    hiddenSections: ids.filter((id) => !shown.includes(id)),
  }
}

/** Of two sections with one place, the one that was moved there takes it: up before the other, down after it. */
function placeOf(place: number, before: number): number {
  return place + Math.sign(place - before) / 2
}

/** Returns the texts of a field, with the line ends of the store: forms have those of the network. */
function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).map((value) => (typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : ''))
}
