'use client'
import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react'
import { isUnsaved, type SaveFault, type Session, type SessionStep, wantsSave } from '@/lib/editor/merge/session'
import { tidyTexts } from '@/lib/editor/merge/tidy-texts'
import type { EditorAnswer, FieldNote } from '@/lib/editor/model/editor-model'

/** After the last key. */
const AUTOSAVE_MS = 2_000
const ASK_MS = 10_000

const FAULTS: Partial<Record<number, SaveFault>> = {
  401: 'signed-out',
  403: 'forbidden',
  413: 'too-large',
  422: 'refused',
  429: 'busy',
  503: 'busy',
}
/** What may go by itself. */
const PASSING: readonly SaveFault[] = ['lost', 'busy', 'signed-out']

interface Saving {
  address: string
  session: Session
  dispatch: Dispatch<SessionStep>
  initialNotes: FieldNote[]
}

/**
 * Saves the texts after a pause in typing, and asks each ten seconds whether somebody else has saved, while the page is
 * looked at. Returns what is wrong with the texts, who else has the page open, and a function that saves at once and
 * returns whether nothing is left to save.
 */
export function useSaving({ address, session, dispatch, initialNotes }: Saving) {
  const [notes, setNotes] = useState(initialNotes)
  const [others, setOthers] = useState<string[]>([])
  const page = useRef('')
  const now = useRef(session)
  /** The state says so only after the next rendering. */
  const isSending = useRef(false)
  now.current = session

  const take = useCallback(
    ({ newest, others: present, notes: found }: Pick<EditorAnswer, 'newest' | 'others' | 'notes'>) => {
      setOthers(present)
      if (found !== null) setNotes(found)
      if (newest === null) return
      const { content, ...by } = newest
      dispatch({ kind: 'overtaken', by, content })
    },
    [dispatch],
  )

  const save = useCallback(async (): Promise<boolean> => {
    const { edits, base, save: state, conflicts } = now.current
    if (!isUnsaved(now.current)) return true
    if (state.kind === 'saving' || conflicts.length > 0) return false
    if (isSending.current) return false
    isSending.current = true
    const sent = tidyTexts(edits.present)
    dispatch({ kind: 'saving' })
    const answer = await ask(`${address}&page=${pageOf(page)}`, { base: base.revision, content: sent })
    isSending.current = false
    if ('fault' in answer) {
      if (answer.notes !== null) setNotes(answer.notes)
      dispatch({ kind: 'fault', fault: answer.fault })
      return false
    }
    if (answer.saved !== null) dispatch({ kind: 'saved', by: answer.saved, sent })
    take(answer)
    return answer.saved !== null
  }, [address, dispatch, take])

  const { present } = session.edits
  const isWanted = wantsSave(session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the texts begins the pause anew.
  useEffect(() => {
    if (!isWanted) return
    const timer = setTimeout(() => void save(), AUTOSAVE_MS)
    return () => clearTimeout(timer)
  }, [isWanted, present, save])

  useEffect(() => {
    const look = async () => {
      const { save: state, base } = now.current
      if (document.visibilityState !== 'visible' || state.kind === 'saving') return
      const answer = await ask(`${address}&page=${pageOf(page)}&revision=${base.revision}`)
      // Meanwhile a save may have begun, whose answer is newer.
      if (now.current.save.kind === 'saving' || now.current.base.revision !== base.revision) return
      if ('fault' in answer) {
        if (isUnsaved(now.current)) dispatch({ kind: 'fault', fault: answer.fault })
        return
      }
      take(answer)
      if (state.kind === 'fault' && PASSING.includes(state.fault)) dispatch({ kind: 'try-again' })
    }
    void look()
    const timer = setInterval(() => void look(), ASK_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [address, dispatch, take])

  const isAtRisk = isUnsaved(session)
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isAtRisk])

  return { notes, others, save }
}

/** Returns the name of this open page, made up at its first use. */
function pageOf(page: { current: string }): string {
  if (page.current === '') page.current = Math.random().toString(36).slice(2)
  return page.current
}

type Asked = EditorAnswer | { fault: SaveFault; notes: FieldNote[] | null }

/** Sends texts, or asks for news without them. */
async function ask(address: string, sent?: unknown): Promise<Asked> {
  const accept = { accept: 'application/json' }
  const init =
    sent === undefined
      ? { headers: accept }
      : { method: 'POST', headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify(sent) }
  const response = await fetch(address, init).catch(() => null)
  if (response === null) return { fault: 'lost', notes: null }
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? await response.json().catch(() => null) : null
  if (response.ok || response.status === 409) return body ?? { fault: 'failed', notes: null }
  return { fault: FAULTS[response.status] ?? 'failed', notes: body?.notes ?? null }
}
