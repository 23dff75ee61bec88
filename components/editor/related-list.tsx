import { type Locale, languageTag } from '@/lib/base/locale'
import { withLanguage } from '@/lib/editor/merge/text-field'
import { useEditor } from './editor-context'
import { FieldNotes } from './field-notes'
import { fill } from './fill'
import { moved } from './moved'
import { notesOf } from './notes-of'
import { RowTools } from './row-tools'
import { SmallButton } from './small-button'
import { TextLine } from './text-line'

const NONE = { title: '', url: null, date: null }
type Related = { title: string; url: string | null; date: string | null }

/** Shows the related reports of a language: title, address and date of each. */
export function RelatedList({ locale }: { locale: Locale }) {
  const { model, words, texts, change, notes, shown } = useEditor()
  const own = texts.languages[locale].related
  const reports = own ?? model.drafted[locale].related
  const field = { locale, name: 'related' } as const
  const set = (related: Related[] | null, part = '') =>
    change(withLanguage(texts, locale, { related }), `${locale}.related ${part}`)
  const replace = (index: number, changed: Partial<Related>) =>
    set(
      reports.map((report, at) => (at === index ? { ...report, ...changed } : report)),
      `${Object.keys(changed)[0]} ${index}`,
    )
  const rows = shown === null ? [...reports, NONE] : reports
  return (
    <>
      {own === null && <p className="text-ink-3 text-note">{words.drafted}</p>}
      <ol>
        {rows.map(({ title, url, date }, index) => {
          const [id, number] = [`${locale}-related-${index}`, index + 1]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report has no other name than its place.
            <li key={index} className="border-grid border-t py-2">
              <TextLine
                id={`${id}-title`}
                name={`${locale}.related.title`}
                lang={languageTag(locale)}
                label={fill(words.relatedTitle, { number })}
                value={title}
                onChange={(next) => replace(index, { title: next })}
              />
              <div className="flex flex-wrap gap-x-6">
                <TextLine
                  id={`${id}-url`}
                  name={`${locale}.related.url`}
                  type="url"
                  label={fill(words.relatedUrl, { number })}
                  value={url ?? ''}
                  onChange={(next) => replace(index, { url: next })}
                />
                <TextLine
                  id={`${id}-date`}
                  name={`${locale}.related.date`}
                  type="date"
                  label={fill(words.relatedDate, { number })}
                  value={date ?? ''}
                  onChange={(next) => replace(index, { date: next })}
                />
              </div>
              <FieldNotes id={`${id}-row-notes`} notes={notesOf(notes, field, index)} />
              <RowTools
                name={title === '' ? fill(words.relatedTitle, { number }) : title}
                isFirst={index === 0}
                isLast={index === reports.length - 1}
                onMove={(by) => set(moved(reports, index, by))}
                onRemove={() => set(reports.toSpliced(index, 1))}
              />
            </li>
          )
        })}
      </ol>
      <FieldNotes id={`${locale}-related-notes`} notes={notesOf(notes, field, null)} />
      <div className="flex flex-wrap gap-x-5">
        <SmallButton onClick={() => set([...reports, NONE])}>{words.addRelated}</SmallButton>
        {own !== null && <SmallButton onClick={() => set(null)}>{words.draftedBack}</SmallButton>}
      </div>
    </>
  )
}
