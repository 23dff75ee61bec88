import { fieldKey, type TextField } from '@/lib/editor/merge/text-field'
import type { FieldNote } from '@/lib/editor/model/editor-model'

/** Returns what is wrong with a field, or with a row of it. @param row null: what concerns no row */
export function notesOf(notes: readonly FieldNote[], field: TextField, row: number | null = null): FieldNote[] {
  const key = fieldKey(field)
  return notes.filter((note) => note.field === key && note.row === row)
}
