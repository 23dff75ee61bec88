import { withSection } from '@/lib/editor/merge/text-field'
import { orderedSections } from '@/lib/editor/model/ordered-sections'
import { BoundText } from './bound-text'
import { useEditor } from './editor-context'
import { fill } from './fill'
import { LanguagePair } from './language-pair'
import { moved } from './moved'
import { notesOf } from './notes-of'
import { RowTools } from './row-tools'
import { useLabel } from './use-label'

/** Shows the sections of the report in their order, whether each is shown, and its commentary. */
export function SectionList() {
  const { model, words, texts, change, notes, shown } = useEditor()
  const label = useLabel()
  const sections = orderedSections(model.sections, texts)
  const ids = sections.map(({ id }) => id)
  const { hiddenSections } = texts

  function show(id: string, isShown: boolean) {
    const others = hiddenSections.filter((hidden) => hidden !== id)
    change({ ...texts, hiddenSections: isShown ? others : [...others, id] }, 'hiddenSections')
  }

  function move(index: number, by: 1 | -1) {
    const order = moved(ids, index, by)
    const isOwn = order.every((id, at) => id === model.sections[at]?.id)
    change({ ...texts, sectionOrder: isOwn ? [] : order }, 'sectionOrder')
  }

  return (
    <ol className="mt-2">
      {sections.map(({ id, number, titles }, index) => {
        const name = titles[model.locale]
        const commented = [texts.languages.zh, texts.languages.en].filter((own) => own.sectionCommentary[id])
        return (
          <li key={id} data-section={id} className="border-grid border-t py-1.5">
            <div className="flex flex-wrap items-center gap-x-5">
              <span className="min-w-0 grow">
                <span className="part-number">{number}</span>
                {name}
              </span>
              <input type="hidden" name="section" value={id} />
              {shown === null && (
                <label className="text-ink-2 text-note">
                  {fill(words.place, { name })}{' '}
                  <input
                    name="place"
                    type="number"
                    min={1}
                    max={sections.length}
                    defaultValue={index + 1}
                    className="field w-16"
                  />
                </label>
              )}
              <label className="flex items-center gap-2 max-mid:min-h-11">
                <input
                  type="checkbox"
                  name="shown"
                  value={id}
                  checked={!hiddenSections.includes(id)}
                  onChange={(event) => show(id, event.target.checked)}
                  className="size-4 accent-(--accent) max-mid:h-11"
                  aria-label={fill(words.shownSection, { name })}
                />
                {words.shown}
              </label>
              <RowTools
                name={name}
                isFirst={index === 0}
                isLast={index === sections.length - 1}
                onMove={(by) => move(index, by)}
              />
            </div>
            <details open={commented.length > 0 ? true : undefined}>
              <summary
                className="w-fit py-1 text-accent max-mid:py-3"
                aria-label={fill(words.sectionCommentaryOf, { name })}
              >
                {words.sectionCommentary}
              </summary>
              <LanguagePair>
                {(locale) => (
                  <BoundText
                    id={`${locale}-section-${id}`}
                    name={`${locale}.section.${id}`}
                    label={label(fill(words.sectionCommentaryOf, { name: titles[locale] }), locale)}
                    locale={locale}
                    value={texts.languages[locale].sectionCommentary[id] ?? ''}
                    rows={4}
                    notes={notesOf(notes, { locale, name: 'section', section: id })}
                    onChange={(text) => change(withSection(texts, locale, id, text), `${locale}.section.${id}`)}
                  />
                )}
              </LanguagePair>
            </details>
          </li>
        )
      })}
    </ol>
  )
}
