/** The state of an open page that edits the texts of a week: pure functions, of which the page is the only user. */
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { addEdit, beginEdits, type Edits, redo, undo } from './edits'
import { mergeTexts } from './merge-texts'
import { changedFields, copyField, fieldKey, type TextField } from './text-field'
import { tidyTexts } from './tidy-texts'

/** Who saved which revision, and when. */
export interface SavedBy {
  revision: number
  savedBy: string
  /** ISO time. */
  savedAt: string
  /** The newest data version then. */
  version: number
}

/** Why texts could not be saved. */
export type SaveFault = 'lost' | 'busy' | 'signed-out' | 'forbidden' | 'refused' | 'too-large' | 'failed'

type SaveState =
  /** Nothing is left to save. */
  | { kind: 'rest' }
  /** Something is to be saved. */
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'fault'; fault: SaveFault }

/** A field that somebody else changed too. */
export interface Conflict {
  field: TextField
  /** Who saved the other value. */
  by: SavedBy
  theirs: DeskTexts
}

export interface Session {
  edits: Edits<DeskTexts>
  /** The revision from which the edits begin; 0 before the first. */
  base: { revision: number; content: DeskTexts }
  save: SaveState
  /** The last revision that this page saved; null before the first. */
  saved: SavedBy | null
  /** Revisions that were saved since the page was opened, as far as it knows them, newest first. */
  known: SavedBy[]
  conflicts: Conflict[]
  /** What somebody else saved meanwhile and was taken over without a conflict; null when nothing was. */
  taken: { by: SavedBy; fields: TextField[] } | null
}

export type SessionStep =
  | { kind: 'edit'; next: DeskTexts; field: string; at: number }
  | { kind: 'undo' | 'redo' | 'saving' | 'try-again' }
  | { kind: 'saved'; by: SavedBy; sent: DeskTexts }
  /** Somebody else has saved: either a save was refused for it, or the page learned of it. */
  | { kind: 'overtaken'; by: SavedBy; content: DeskTexts }
  | { kind: 'choose'; field: TextField; side: 'mine' | 'theirs' }
  | { kind: 'fault'; fault: SaveFault }

/** Returns the state of a page that begins with a revision. @param content shown at first, when it is not that of the revision */
export function beginSession(base: Session['base'], content: DeskTexts = base.content): Session {
  const session: Session = {
    edits: beginEdits(content),
    base,
    save: { kind: 'rest' },
    saved: null,
    known: [],
    conflicts: [],
    taken: null,
  }
  return withSaveState(session)
}

/** Returns the state after a step. */
export function advance(session: Session, step: SessionStep): Session {
  switch (step.kind) {
    case 'edit':
      return withSaveState({ ...session, edits: addEdit(session.edits, step.next, step.field, step.at) })
    case 'undo':
      return withSaveState({ ...session, edits: undo(session.edits) })
    case 'redo':
      return withSaveState({ ...session, edits: redo(session.edits) })
    case 'saving':
      return { ...session, save: { kind: 'saving' } }
    case 'try-again':
      return withSaveState(session)
    case 'fault':
      return { ...session, save: { kind: 'fault', fault: step.fault } }
    case 'saved':
      return withSaveState(
        {
          ...session,
          ...{ base: { revision: step.by.revision, content: step.sent }, saved: step.by, taken: null },
          known: withKnown(session, step.by),
        },
        'end',
      )
    case 'overtaken':
      return overtake(session, step)
    case 'choose':
      return choose(session, step)
  }
}

/** Returns whether texts would be lost with the page. */
export function isUnsaved({ edits, base }: Pick<Session, 'edits' | 'base'>): boolean {
  return changedFields(base.content, tidyTexts(edits.present)).length > 0
}

/** Returns whether the page should save by itself: something is to be saved, and no choice is open. */
export function wantsSave({ save, conflicts }: Session): boolean {
  return save.kind === 'changed' && conflicts.length === 0
}

/** While texts are being saved they stay so until the answer. */
function withSaveState(session: Session, answer?: 'end'): Session {
  if (session.save.kind === 'saving' && answer === undefined) return session
  return { ...session, save: { kind: isUnsaved(session) ? 'changed' : 'rest' } }
}

function overtake(session: Session, { by, content }: { by: SavedBy; content: DeskTexts }): Session {
  const { base, edits } = session
  const mine = tidyTexts(edits.present)
  const { taken, conflicts } = mergeTexts({ base: base.content, mine, theirs: content })
  const take = (texts: DeskTexts) => taken.reduce((merged, field) => copyField(merged, field, content), texts)
  // Fields still to be chosen from an earlier revision stay open, unless the newest one has another value.
  const added = new Set(conflicts.map(fieldKey))
  const open = session.conflicts.filter(({ field }) => !added.has(fieldKey(field)))
  return withSaveState(
    {
      ...session,
      base: { revision: by.revision, content },
      known: withKnown(session, by),
      // Undo takes back what was typed here, and nothing of what somebody else saved.
      edits: { past: edits.past.map(take), present: take(edits.present), future: edits.future.map(take), last: null },
      conflicts: [...open, ...conflicts.map((field) => ({ field, by, theirs: content }))],
      taken: taken.length === 0 ? session.taken : { by, fields: taken },
    },
    'end',
  )
}

/** Texts that equal the newest revision make no other one. */
function withKnown({ known }: Session, by: SavedBy): SavedBy[] {
  return known.some(({ revision }) => revision === by.revision) ? known : [by, ...known]
}

function choose(session: Session, { field, side }: { field: TextField; side: 'mine' | 'theirs' }): Session {
  const chosen = session.conflicts.find((conflict) => fieldKey(conflict.field) === fieldKey(field))
  if (chosen === undefined) return session
  const conflicts = session.conflicts.filter((conflict) => conflict !== chosen)
  const { present } = session.edits
  const next = side === 'mine' ? present : copyField(present, field, chosen.theirs)
  const edits = side === 'mine' ? session.edits : addEdit(session.edits, next, `choice ${fieldKey(field)}`, 0)
  return withSaveState({ ...session, edits, conflicts })
}
