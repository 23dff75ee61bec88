import type { DeskTexts } from '@/lib/texts/desk-texts'
import { changedFields, copyField, fieldKey, isEqualField, type TextField } from './text-field'

interface ThreeTexts {
  /** The revision from which both began. */
  base: DeskTexts
  mine: DeskTexts
  /** The newest revision, which somebody else saved meanwhile. */
  theirs: DeskTexts
}

interface MergedTexts {
  /** Both changes; where both changed a field, mine. */
  merged: DeskTexts
  /** Fields that only the other person changed. */
  taken: TextField[]
  /** Fields that both changed to different values: the writer has to choose. */
  conflicts: TextField[]
}

/** Merges two changes of the same texts, field by field. Neither loses anything: theirs are in the store, mine in the result. */
export function mergeTexts({ base, mine, theirs }: ThreeTexts): MergedTexts {
  const ofMine = new Set(changedFields(base, mine).map(fieldKey))
  const ofTheirs = changedFields(base, theirs)
  const taken = ofTheirs.filter((field) => !ofMine.has(fieldKey(field)))
  const conflicts = ofTheirs.filter((field) => ofMine.has(fieldKey(field)) && !isEqualField(mine, theirs, field))
  const merged = taken.reduce((texts, field) => copyField(texts, field, theirs), mine)
  return { merged, taken, conflicts }
}
