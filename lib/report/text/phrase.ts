import type { Cell } from '@/lib/analysis/cell'
import { formatPercentInText, formatPercentSize } from '@/lib/base/format'
import type { Phrase, PhrasePart } from '@/lib/report/model/report'

/** Marks around a slot in translated text; private-use characters, which no name or message contains. */
const OPEN = '\uE000'
const CLOSE = '\uE001'

/**
 * Lets figures and names pass through a translated sentence as marks, so that word order stays the translator's and the
 * parts stay bound to their cells.
 */
export class PhraseBook {
  private readonly slots: PhrasePart[] = []

  /** A mark for a cell's figure with its sign. */
  figure(cell: Cell): string {
    return this.slot({ kind: 'figure', cell: cell.id, value: cell.value, form: 'signed' })
  }

  /** A mark for the size of a cell's figure, where the words around it give the direction. */
  size(cell: Cell): string {
    return this.slot({ kind: 'figure', cell: cell.id, value: cell.value, form: 'size' })
  }

  /** A mark for a number that is no cell's figure; `of` says what it is. */
  fact(text: string, of: string, cell: string | null): string {
    return this.slot({ kind: 'fact', text, of, cell })
  }

  /** A mark for a series' name, which is never broken over two lines. */
  name(row: { code: string; shortName: string }): string {
    return this.slot({ kind: 'name', code: row.code, text: row.shortName })
  }

  /** Text with marks → its parts, with a space where Han and Latin letters of two parts meet. */
  phrase(marked: string): Phrase {
    const parts = marked
      .split(new RegExp(`(${OPEN}\\d+${CLOSE})`))
      .filter((piece) => piece !== '')
      .map((piece): PhrasePart => this.slots[slotNumber(piece)] ?? { kind: 'text', text: piece })
    return parts.map((part, place) => (part.kind === 'text' ? spaced(part, parts[place - 1], parts[place + 1]) : part))
  }

  private slot(part: PhrasePart): string {
    this.slots.push(part)
    return `${OPEN}${this.slots.length - 1}${CLOSE}`
  }
}

/** A phrase as it is read. */
export function phraseText(phrase: Phrase): string {
  return phrase.map(partText).join('')
}

/** One part as it is read; figures carry their % sign. */
export function partText(part: PhrasePart): string {
  if (part.kind !== 'figure') return part.text
  return part.form === 'size' ? formatPercentSize(part.value) : formatPercentInText(part.value)
}

/** Chats, mails and older browsers leave no room between the two scripts by themselves. */
function spaced(part: { kind: 'text'; text: string }, before?: PhrasePart, after?: PhrasePart): PhrasePart {
  const start = HAN_FIRST.test(part.text) && LATIN_LAST.test(textOf(before)) ? ' ' : ''
  const end = HAN_LAST.test(part.text) && LATIN_FIRST.test(textOf(after)) ? ' ' : ''
  return { kind: 'text', text: `${start}${part.text}${end}` }
}

/** A sign brings its own room; digits without one do not. */
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
