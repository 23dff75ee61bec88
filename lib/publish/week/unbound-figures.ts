import { partText } from '@/lib/report/text/phrase'
import type { EditionFigures, EditionTexts } from './contents'

/** A figure of a text that is not what its cell says. */
export interface UnboundFigure {
  /** As it is written: "+0.42%". */
  written: string
  /** Id of its cell. */
  cell: string
  /** `unbound`: there is no such cell; `changed`: the cell has another value. */
  reason: 'unbound' | 'changed'
}

/** Returns the figures of the key points that belong to no cell, or that differ from the value of their cell. */
export function unboundFigures({ keyPoints }: EditionTexts, { cells }: EditionFigures): UnboundFigure[] {
  const parts = keyPoints.flatMap(({ text }) => text)
  return parts.flatMap((part): UnboundFigure[] => {
    if (part.kind !== 'figure') return []
    const value = cells[part.cell]
    if (value === part.value) return []
    return [{ written: partText(part), cell: part.cell, reason: value === undefined ? 'unbound' : 'changed' }]
  })
}
