'use client'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { Locale } from '@/lib/base/locale'
import { advance, beginSession, type Session } from '@/lib/editor/merge/session'
import type { EditorModel } from '@/lib/editor/model/editor-model'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { ConflictList } from './conflict-list'
import { EditorBar } from './editor-bar'
import { EditorProvider } from './editor-context'
import { EditorFields } from './editor-fields'
import type { EditorWords } from './editor-words'
import { HistoryList } from './history-list'
import { PreviewLinks } from './preview-links'
import { TakenNote } from './taken-note'
import { UnsavedTexts } from './unsaved-texts'
import { useSaving } from './use-saving'

interface TextsEditorProps {
  model: EditorModel
  words: EditorWords
}

/**
 * Shows the form for the texts of a week. With a script it saves by itself, undoes, and merges what two people write;
 * without one it is a plain form.
 */
export function TextsEditor({ model, words }: TextsEditorProps) {
  const [session, dispatch] = useReducer(advance, model, ({ base, content, conflicts }) => ({
    ...beginSession(base, content),
    conflicts,
  }))
  const [shown, setShown] = useState<Locale | null>(null)
  useEffect(() => setShown(model.locale), [model.locale])
  const { notes, others, save } = useSaving({
    address: model.address,
    session,
    dispatch,
    initialNotes: model.notes,
  })
  const cells = useMemo(() => new Map(model.cells.map((cell) => [cell.id, cell])), [model.cells])
  const change = useCallback(
    (next: DeskTexts, field: string) => dispatch({ kind: 'edit', next, field, at: performance.now() }),
    [],
  )
  const texts = session.edits.present
  const history = [...newRevisions(session, model), ...model.history]

  function onKey(event: KeyboardEvent) {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z'
    // The search of the figure picker is no part of the texts.
    const isOther = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (!isUndo || isOther || event.nativeEvent.isComposing) return
    event.preventDefault()
    dispatch({ kind: event.shiftKey ? 'redo' : 'undo' })
  }

  return (
    <EditorProvider value={{ model, words, cells, texts, change, notes, shown }}>
      <form
        method="post"
        action={model.address}
        encType="multipart/form-data"
        className="[&_:is(a,button,input,textarea,summary)]:scroll-mt-32"
        onKeyDown={onKey}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <input type="hidden" name="base" value={session.base.revision} />
        <EditorBar session={session} dispatch={dispatch} shown={shown} onShow={setShown} others={others} />
        <UnsavedTexts session={session} />
        <TakenNote session={session} />
        <ConflictList session={session} dispatch={dispatch} />
        <PreviewLinks onOpen={save} />
        <EditorFields />
        <HistoryList
          history={history}
          newest={session.base.content}
          onTakeBack={(content) => change(content, 'take back')}
        />
      </form>
    </EditorProvider>
  )
}

/** Returns the revisions that this page has saved or learned of since it was opened, newest first. */
function newRevisions({ known }: Session, { history }: EditorModel): EditorModel['history'] {
  const [newest] = history
  return known.filter(({ revision }) => newest === undefined || revision > newest.revision)
}
