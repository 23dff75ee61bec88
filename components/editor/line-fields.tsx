/** The fields of a week that are no lists. */
import { type Locale, languageTag } from '@/lib/base/locale'
import { type LanguageField, withLanguage } from '@/lib/editor/merge/text-field'
import type { LanguageTexts } from '@/lib/texts/desk-texts'
import { BoundText } from './bound-text'
import { useEditor } from './editor-context'
import { FieldNotes } from './field-notes'
import { notesOf } from './notes-of'
import { SmallButton } from './small-button'
import { TextLine } from './text-line'
import { useLabel } from './use-label'

/** Returns how a field of a language is shown: its texts, how it changes, and what is wrong with it. */
function useField<Name extends LanguageField>(locale: Locale, name: Name) {
  const { texts, change, notes, words } = useEditor()
  const value: LanguageTexts[Name] = texts.languages[locale][name]
  const set = (next: LanguageTexts[Name]) => change(withLanguage(texts, locale, { [name]: next }), `${locale}.${name}`)
  return {
    value,
    set,
    id: `${locale}-${name}`,
    name: `${locale}.${name}`,
    lang: languageTag(locale),
    notes: notesOf(notes, { locale, name }),
    state: value === null ? words.drafted : undefined,
  }
}

export function HeadlineField({ locale }: { locale: Locale }) {
  const { model, words } = useEditor()
  const label = useLabel()
  const { value, set, ...field } = useField(locale, 'headline')
  return (
    <BoundText
      {...field}
      label={label(words.headline, locale)}
      locale={locale}
      value={value ?? model.drafted[locale].headline}
      rows={2}
      isLine
      onChange={set}
      onReset={value === null ? undefined : () => set(null)}
    />
  )
}

export function IssueFields({ locale }: { locale: Locale }) {
  const { model, words } = useEditor()
  const label = useLabel()
  const { value: title, set: setTitle, ...titled } = useField(locale, 'title')
  const { value: authors, set: setAuthors, state, ...authored } = useField(locale, 'authors')
  const names = authors ?? model.drafted[locale].authors
  return (
    <>
      <TextLine
        {...titled}
        label={label(words.issueTitle, locale)}
        value={title ?? model.drafted[locale].title}
        onChange={setTitle}
      />
      {title !== null && <SmallButton onClick={() => setTitle(null)}>{words.draftedBack}</SmallButton>}
      <div className="mt-3">
        <label htmlFor={authored.id} className="mr-3 text-ink-2 text-note">
          {label(words.authors, locale)}
        </label>
        {state !== undefined && <span className="text-ink-3 text-note">{state}</span>}
        <textarea
          id={authored.id}
          name={authored.name}
          lang={authored.lang}
          rows={Math.max(2, names.length)}
          value={names.join('\n')}
          aria-describedby={`${authored.id}-notes`}
          onChange={(event) => setAuthors(event.target.value.split('\n'))}
          className="writing"
        />
        <FieldNotes id={`${authored.id}-notes`} notes={authored.notes} />
        {authors !== null && <SmallButton onClick={() => setAuthors(null)}>{words.draftedBack}</SmallButton>}
      </div>
    </>
  )
}

export function CommentaryField({ locale }: { locale: Locale }) {
  const { words } = useEditor()
  const label = useLabel()
  const { value, set, state: _, ...field } = useField(locale, 'commentary')
  return (
    <BoundText
      {...field}
      label={label(words.commentary, locale)}
      locale={locale}
      value={value}
      rows={8}
      onChange={set}
    />
  )
}

export function DisclosuresField({ locale }: { locale: Locale }) {
  const { words } = useEditor()
  const label = useLabel()
  const { value, set, state: _, ...field } = useField(locale, 'disclosures')
  return (
    <div>
      <label htmlFor={field.id} className="text-ink-2 text-note">
        {label(words.disclosures, locale)}
      </label>
      <textarea
        id={field.id}
        name={field.name}
        lang={field.lang}
        rows={4}
        value={value ?? ''}
        aria-describedby={`${field.id}-notes`}
        onChange={(event) => set(event.target.value)}
        className="writing"
      />
      <FieldNotes id={`${field.id}-notes`} notes={field.notes} />
    </div>
  )
}
