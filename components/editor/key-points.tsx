import { type Locale, languageTag } from '@/lib/base/locale'
import { withLanguage } from '@/lib/editor/merge/text-field'
import { BoundText } from './bound-text'
import { useEditor } from './editor-context'
import { FieldNotes } from './field-notes'
import { fill } from './fill'
import { moved } from './moved'
import { notesOf } from './notes-of'
import { RowTools } from './row-tools'
import { SmallButton } from './small-button'
import { TextLine } from './text-line'

interface Point {
  label: string
  text: string
}

/** Shows the key points of a language: the drafted ones, until one of them is changed. */
export function KeyPoints({ locale }: { locale: Locale }) {
  const { model, words, texts, change, notes, shown } = useEditor()
  const own = texts.languages[locale].keyPoints
  const points = own ?? model.drafted[locale].keyPoints
  const field = { locale, name: 'keyPoints' } as const
  const set = (next: Point[] | null, part = '') =>
    change(withLanguage(texts, locale, { keyPoints: next }), `${locale}.keyPoints ${part}`)
  const replace = (index: number, changed: Partial<Point>, part: string) =>
    set(
      points.map((point, at) => (at === index ? { ...point, ...changed } : point)),
      `${part} ${index}`,
    )
  // Without script a point is added by the empty row at the end.
  const rows = shown === null ? [...points, { label: '', text: '' }] : points
  const state = own === null ? words.drafted : undefined
  return (
    <>
      {state !== undefined && <p className="text-ink-3 text-note">{state}</p>}
      <ol>
        {rows.map(({ label, text }, index) => {
          const [id, name] = [`${locale}-point-${index}`, fill(words.pointText, { number: index + 1 })]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point has no other name than its place.
            <li key={index} className="border-grid border-t py-2" data-point={index}>
              <TextLine
                id={`${id}-label`}
                name={`${locale}.point.label`}
                lang={languageTag(locale)}
                label={fill(words.pointLabel, { number: index + 1 })}
                value={label}
                maxLength={60}
                onChange={(next) => replace(index, { label: next }, 'label')}
              />
              <BoundText
                id={id}
                name={`${locale}.point.text`}
                label={name}
                locale={locale}
                value={text}
                rows={2}
                isLine
                notes={notesOf(notes, field, index)}
                onChange={(next) => replace(index, { text: next }, 'text')}
              />
              <RowTools
                name={name}
                isFirst={index === 0}
                isLast={index === points.length - 1}
                onMove={(by) => set(moved(points, index, by))}
                onRemove={() => set(points.toSpliced(index, 1))}
              />
            </li>
          )
        })}
      </ol>
      <FieldNotes id={`${locale}-points-notes`} notes={notesOf(notes, field, null)} />
      <div className="flex flex-wrap gap-x-5">
        <SmallButton onClick={() => set([...points, { label: '', text: '' }])}>{words.addPoint}</SmallButton>
        {own !== null && <SmallButton onClick={() => set(null)}>{words.draftedBack}</SmallButton>}
      </div>
    </>
  )
}
