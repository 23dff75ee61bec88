import type { Cell } from '@/lib/analysis/cell'
import { formatPercentInText, formatPercentSize } from '@/lib/base/format'
import type { Phrase, PhrasePart } from '@/lib/report/model/report'

/** Characters around a slot in translated text; private-use characters, which no name or message contains. */
const OPEN = '\uE000'
const CLOSE = '\uE001'

/**
 * Passes figures and names through a translated sentence as marks: the translation sets the word order, and each part
 * keeps its cell.
 */
export class PhraseBook {
  private readonly slots: PhrasePart[] = []

  /** Returns a mark for a cell's figure with its sign. */
  figure(cell: Cell): string {
    return this.slot({ kind: 'figure', cell: cell.id, value: cell.value, form: 'signed' })
  }

  /** Returns a mark for the size of a cell's figure, where the words give the direction. */
  size(cell: Cell): string {
    return this.slot({ kind: 'figure', cell: cell.id, value: cell.value, form: 'size' })
  }

  /** Returns a mark for a number that is no cell's figure; `of` names it. */
  fact(text: string, of: string, cell: string | null): string {
    return this.slot({ kind: 'fact', text, of, cell })
  }

  /** Returns a mark for the name of a series, which never breaks over two lines. */
  name(row: { code: string; shortName: string }): string {
    return this.slot({ kind: 'name', code: row.code, text: row.shortName })
  }

  /** Splits text with marks into its parts, with a space where Han and Latin letters of two parts meet. */
  phrase(marked: string): Phrase {
    const parts = marked
      .split(new RegExp(`(${OPEN}\\d+${CLOSE})`))
      .filter((piece) => piece !== '')
      .map((piece): PhrasePart => this.slots[slotNumber(piece)] ?? { kind: 'text', text: piece })
    return spacedPhrase(parts)
  }

  private slot(part: PhrasePart): string {
    this.slots.push(part)
    return `${OPEN}${this.slots.length - 1}${CLOSE}`
  }
}

/** Adds a space where Han and Latin letters of two parts meet. */
export function spacedPhrase(parts: readonly PhrasePart[]): Phrase {
  return parts.map((part, index) => (part.kind === 'text' ? spaced(part, parts[index - 1], parts[index + 1]) : part))
}

/** Returns a phrase as plain text. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(partText).join('')
}

/** Returns one part as plain text; figures include their % sign. */
export function partText(part: PhrasePart): string {
  if (part.kind !== 'figure') return part.text
  return part.form === 'size' ? formatPercentSize(part.value) : formatPercentInText(part.value)
}

/** Adds a space between the two scripts, since chat programs, mail programs and older browsers do not. */
function spaced(part: { kind: 'text'; text: string }, before?: PhrasePart, after?: PhrasePart): PhrasePart {
  const start = HAN_FIRST.test(part.text) && LATIN_LAST.test(textOf(before)) ? ' ' : ''
  const end = HAN_LAST.test(part.text) && LATIN_FIRST.test(textOf(after)) ? ' ' : ''
  return { kind: 'text', text: `${start}${part.text}${end}` }
}

/** Returns the text of a part; a figure with a sign needs no space before it. */
function textOf(part: PhrasePart | undefined): string {
  return part ? partText(part) : ''
}

const HAN_FIRST = /^\p{Script=Han}/u
const HAN_LAST = /\p{Script=Han}$/u
const LATIN_FIRST = /^[A-Za-z0-9]/
const LATIN_LAST = /[A-Za-z0-9]$/

function slotNumber(piece: string): number {
  return piece.startsWith(OPEN) ? Number(piece.slice(1, -1)) : -1
}
