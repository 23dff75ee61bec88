import { readField, type TextField } from '@/lib/editor/merge/text-field'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import type { EditorWords } from './editor-words'

/** Returns the texts of a field as lines, to be read beside others. */
export function fieldText(field: TextField, texts: DeskTexts, model: EditorModel, words: EditorWords): string {
  const lines = linesOf(field, texts, model)
  if (lines === null) return words.drafted
  return lines.length === 0 || lines.every((line) => line === '') ? words.empty : lines.join('\n')
}

/** Returns null where the drafted text stands. */
function linesOf(field: TextField, texts: DeskTexts, { sections, locale }: EditorModel): string[] | null {
  if (field.locale === null) {
    return texts[field.name].map((id) => sections.find((section) => section.id === id)?.titles[locale] ?? id)
  }
  const own = texts.languages[field.locale]
  if (field.name === 'keyPoints') return own.keyPoints?.map(({ label, text }) => `${label}: ${text}`) ?? null
  if (field.name === 'related') {
    return own.related?.map(({ title, url, date }) => [title, url, date].filter(Boolean).join(', ')) ?? null
  }
  const value = readField(texts, field)
  return typeof value === 'string' ? [value] : value === null ? null : value.map(String)
}
