/** What is wrong with texts, at the fields of the form and in the language of its page. */
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { fieldKey, LANGUAGE_FIELDS, type TextField } from '@/lib/editor/merge/text-field'
import type { FieldNote } from '@/lib/editor/model/editor-model'
import { translatorFor } from '@/lib/messages/translate'
import { type TextFault, textFaults } from '@/lib/report/bind/text-faults'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import type { TextProblem } from '@/lib/texts/read-texts'
import type { DraftedReports } from './drafted-reports'

/** Returns a note for each reason why texts cannot be kept. */
export function problemNotes(problems: readonly TextProblem[], locale: Locale): FieldNote[] {
  const t = translatorFor(locale)
  return eachOnce(
    problems.map(({ path, line, rule }) => ({
      ...placeOf(path),
      kind: 'refused',
      text: t('edit.problem', { line: line ?? 'none', reason: t(`edit.rule-${rule}`) }),
    })),
  )
}

/** Returns the field of a problem, and the row within it. */
function placeOf(path: TextProblem['path']): Pick<FieldNote, 'field' | 'row'> {
  const [first = '', language = '', name = '', part = ''] = path.map(String)
  if (first !== 'languages' || !isOneOf(LOCALES, language)) return { field: first, row: null }
  if (name === 'sectionCommentary')
    return { field: fieldKey({ locale: language, name: 'section', section: part }), row: null }
  if (!isOneOf(LANGUAGE_FIELDS, name)) return { field: `${language}.${name}`, row: null }
  const hasRows = name === 'keyPoints' || name === 'related'
  return { field: fieldKey({ locale: language, name }), row: hasRows && part !== '' ? Number(part) : null }
}

/** Returns a note for each figure of texts that is not one of the report. */
export function figureNotes(texts: DeskTexts, { reports, renamed }: DraftedReports, locale: Locale): FieldNote[] {
  const t = translatorFor(locale)
  const notes = LOCALES.flatMap((language) =>
    textFaults(texts, reports[language], renamed).map((fault): FieldNote => {
      const reason = t(`edit.figure-${fault.reason}`, { figure: fault.written })
      return {
        field: fieldKey(fieldOf(fault, language)),
        row: fault.index,
        kind: 'figure',
        text: t('edit.problem', { line: lineOf(fault, texts, language), reason }),
      }
    }),
  )
  return eachOnce(notes)
}

/** One line may have the same fault twice. */
function eachOnce(notes: FieldNote[]): FieldNote[] {
  return [...new Map(notes.map((note) => [`${note.field} ${note.row} ${note.text}`, note])).values()]
}

function fieldOf({ field, section }: TextFault, locale: Locale): TextField {
  if (field === 'section') return { locale, name: 'section', section: section ?? '' }
  return { locale, name: field === 'keyPoint' ? 'keyPoints' : field }
}

/** Returns the line of a figure in a commentary, from 1; 0 in a field of one line. */
function lineOf({ field, section, offset }: TextFault, texts: DeskTexts, locale: Locale): number {
  const { commentary, sectionCommentary } = texts.languages[locale]
  if (field === 'headline' || field === 'keyPoint') return 0
  const text = section === null ? commentary : (sectionCommentary[section] ?? '')
  return text.slice(0, offset).split('\n').length
}
