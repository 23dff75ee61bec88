import { formatPercent } from '@/lib/format'
import type { Cell, Phrase, PhrasePart } from './report'

/** Marks around a slot in translated text; private-use characters, which no name or message contains. */
const OPEN = '\uE000'
const CLOSE = '\uE001'

/**
 * Lets figures and names pass through a translated sentence as marks, so that word order stays the translator's and the
 * parts stay bound to their cells.
 */
export class PhraseBook {
  private readonly slots: PhrasePart[] = []

  /** A mark for a cell's figure. */
  figure(cell: Cell): string {
    return this.slot({ kind: 'figure', cell: cell.id, value: cell.value })
  }

  /** A mark for a number that is no cell's figure; `of` says what it is. */
  fact(text: string, of: string, cell: string | null): string {
    return this.slot({ kind: 'fact', text, of, cell })
  }

  /** A mark for a series' name, which is never broken over two lines. */
  name(row: { code: string; shortName: string }): string {
    return this.slot({ kind: 'name', code: row.code, text: row.shortName })
  }

  /** Text with marks → its parts. */
  phrase(marked: string): Phrase {
    return marked
      .split(new RegExp(`(${OPEN}\\d+${CLOSE})`))
      .filter((piece) => piece !== '')
      .map((piece) => this.slots[slotNumber(piece)] ?? { kind: 'text', text: piece })
  }

  private slot(part: PhrasePart): string {
    this.slots.push(part)
    return `${OPEN}${this.slots.length - 1}${CLOSE}`
  }
}

/** A phrase as it is read. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => (part.kind === 'figure' ? formatPercent(part.value) : part.text)).join('')
}

function slotNumber(piece: string): number {
  return piece.startsWith(OPEN) ? Number(piece.slice(1, -1)) : -1
}
