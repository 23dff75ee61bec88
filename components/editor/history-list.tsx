import { changedFields, fieldKey } from '@/lib/editor/merge/text-field'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { utcMinute } from '../data/utc-minute'
import { useEditor } from './editor-context'
import { fieldText } from './field-text'
import { fill } from './fill'
import { TextSide } from './text-side'
import { useFieldName } from './use-field-name'

interface HistoryListProps {
  history: EditorModel['history']
  /** The newest revision. */
  newest: DeskTexts
  /** Puts the texts of an earlier revision into the form. */
  onTakeBack: (texts: DeskTexts) => void
}

/** Shows who saved which revision, and one of them beside the newest. */
export function HistoryList({ history, newest, onTakeBack }: HistoryListProps) {
  const { model, words } = useEditor()
  const { looked, here } = model
  return (
    <section id="history" aria-labelledby="history-title" className="mt-8 border-rule border-t-2 pt-1.5">
      <h2 id="history-title" className="text-section">
        {words.history}
      </h2>
      {history.length === 0 && <p className="mt-2 text-ink-2">{words.historyNone}</p>}
      <ol className="mt-2" reversed>
        {history.map(({ revision, savedBy: name, savedAt, version }) => (
          <li
            key={revision}
            data-revision={revision}
            className="flex flex-wrap items-baseline gap-x-4 border-grid border-t py-1"
          >
            <b>{fill(words.revision, { revision })}</b>
            <span className="text-ink-2">
              {fill(words.revisionBy, { name, time: utcMinute(new Date(savedAt)), version })}
            </span>
            <a
              href={`${here}${here.includes('?') ? '&' : '?'}revision=${revision}#history`}
              aria-label={fill(words.lookAt, { revision })}
              aria-current={looked?.by.revision === revision ? 'true' : undefined}
              className="prose-link max-mid:inline-block max-mid:py-3"
            >
              {words.look}
            </a>
          </li>
        ))}
      </ol>
      {looked !== null && <LookedRevision looked={looked} newest={newest} onTakeBack={onTakeBack} />}
    </section>
  )
}

type LookedRevisionProps = Pick<HistoryListProps, 'newest' | 'onTakeBack'> & {
  looked: NonNullable<EditorModel['looked']>
}

/** Shows what a revision has other than the newest, and a button that saves it as a new one. */
function LookedRevision({ looked, newest, onTakeBack }: LookedRevisionProps) {
  const { model, words } = useEditor()
  const nameOf = useFieldName()
  const { by, content } = looked
  const fields = changedFields(newest, content)
  const revision = { revision: by.revision }
  return (
    <section aria-labelledby="looked-title" data-looked={by.revision} className="mt-4 border-line border-t pt-2">
      <h3 id="looked-title">{fill(words.lookTitle, revision)}</h3>
      {fields.length === 0 && <p className="mt-1">{words.lookSame}</p>}
      {fields.map((field) => (
        <section key={fieldKey(field)} className="mt-3">
          <h4>{nameOf(field)}</h4>
          <div className="grid gap-x-10 gap-y-3 min-[1024px]:grid-cols-2">
            <TextSide title={fill(words.revision, revision)} text={fieldText(field, content, model, words)} />
            <TextSide title={words.newest} text={fieldText(field, newest, model, words)} />
          </div>
        </section>
      ))}
      <p className="mt-3 flex flex-wrap items-center gap-x-5">
        {fields.length > 0 && (
          <button
            type="submit"
            name="takeBack"
            value={by.revision}
            formNoValidate
            onClick={(event) => {
              event.preventDefault()
              onTakeBack(content)
            }}
            className="border border-ink-3 px-3 py-1 hover:border-accent hover:text-accent max-mid:min-h-11"
          >
            {fill(words.takeBack, revision)}
          </button>
        )}
        <a href={`${model.here}#history`} className="prose-link max-mid:inline-block max-mid:py-3">
          {words.lookBack}
        </a>
      </p>
    </section>
  )
}
