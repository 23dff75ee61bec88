import type { Dispatch } from 'react'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/base/locale'
import { isUnsaved, type Session, type SessionStep } from '@/lib/editor/merge/session'
import { useEditor } from './editor-context'
import type { EditorWords } from './editor-words'
import { fill } from './fill'
import { SmallButton } from './small-button'

interface EditorBarProps {
  session: Session
  dispatch: Dispatch<SessionStep>
  shown: Locale | null
  onShow: (locale: Locale) => void
  /** Who else has the page open. */
  others: readonly string[]
}

/** Shows, always in sight, whether the texts are saved, with the buttons for it, and in a narrow window the choice of language. */
export function EditorBar({ session, dispatch, shown, onShow, others }: EditorBarProps) {
  const { words, notes } = useEditor()
  const { edits } = session
  const blocking = notes.filter(({ kind }) => kind === 'figure').length
  return (
    <div className="sticky top-0 z-10 mt-5 border-line border-y bg-bg py-1">
      <div className="flex flex-wrap items-center gap-x-5">
        <p role="status" className="min-w-0 grow py-1" data-save={session.save.kind}>
          {stateText(session, words)}
          {others.length > 0 && (
            <span className="block text-ink-2 text-note">{fill(words.present, { names: others.join(', ') })}</span>
          )}
          {blocking > 0 && <span className="block text-ink-2 text-note">{fill(words.gate, { count: blocking })}</span>}
        </p>
        <SmallButton onClick={() => dispatch({ kind: 'undo' })} disabled={edits.past.length === 0}>
          {words.undo}
        </SmallButton>
        <SmallButton onClick={() => dispatch({ kind: 'redo' })} disabled={edits.future.length === 0}>
          {words.redo}
        </SmallButton>
        <button
          type="submit"
          disabled={shown !== null && !isUnsaved(session)}
          className="border border-ink-3 px-3 py-1 hover:border-accent hover:text-accent disabled:border-line disabled:text-ink-3 max-mid:min-h-11"
        >
          {words.save}
        </button>
      </div>
      {shown !== null && (
        <fieldset className="flex gap-x-5 min-[1024px]:hidden">
          <legend className="sr-only">{words.language}</legend>
          {LOCALES.map((locale) => (
            <button
              key={locale}
              type="button"
              aria-pressed={locale === shown}
              onClick={() => onShow(locale)}
              className="choice max-mid:min-h-11"
            >
              {LOCALE_NAMES[locale]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function stateText({ save, saved, base, conflicts }: Session, words: EditorWords): string {
  if (conflicts.length > 0) return words['state-choice']
  if (save.kind === 'fault') return fill(words.notSaved, { reason: words[`fault-${save.fault}`] })
  if (save.kind !== 'rest') return words[`state-${save.kind}`]
  if (saved !== null) return fill(words.savedAt, { time: timeOf(saved.savedAt), revision: saved.revision })
  return base.revision === 0 ? words['state-none'] : words['state-rest']
}

/** Returns the time of day on the reader's own clock. */
function timeOf(time: string): string {
  const date = new Date(time)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
