/** Undo and redo over a whole form. */

/** Steps that can be undone; a step holds whole texts, of which most is shared with its neighbours. */
const STEPS_MAX = 200
/** Keys pressed in one field within this time are one step. */
const ONE_STEP_MS = 1_000

export interface Edits<Content> {
  /** Oldest first. */
  past: readonly Content[]
  present: Content
  /** The next to redo first. */
  future: readonly Content[]
  /** The field that the last step changed, and when; null when the next change is a step of its own. */
  last: { field: string; at: number } | null
}

/** Returns edits that begin with a content. */
export function beginEdits<Content>(present: Content): Edits<Content> {
  return { past: [], present, future: [], last: null }
}

/** Adds a change of a field. @param at time in milliseconds, from any start */
export function addEdit<Content>(edits: Edits<Content>, next: Content, field: string, at: number): Edits<Content> {
  const { past, present, last } = edits
  const isSameStep = last !== null && last.field === field && at - last.at < ONE_STEP_MS && past.length > 0
  const before = isSameStep ? past : [...past, present].slice(-STEPS_MAX)
  return { past: before, present: next, future: [], last: { field, at } }
}

/** Goes one step back; the same edits when there is none. */
export function undo<Content>(edits: Edits<Content>): Edits<Content> {
  const { past, present, future } = edits
  const before = past.at(-1)
  if (before === undefined) return edits
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
}

/** Takes back the last `undo`; the same edits when there is none. */
export function redo<Content>(edits: Edits<Content>): Edits<Content> {
  const { past, present, future } = edits
  const [next, ...later] = future
  if (next === undefined) return edits
  return { past: [...past, present], present: next, future: later, last: null }
}
