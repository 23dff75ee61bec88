import { textWidthPx } from '@/lib/charts/text-width'
import type { FactorPoint } from './rows'

/** Replaces the factors that are left out. */
export const LEFT_OUT: FactorPoint = { number: 0, name: '…', values: [null, null] }

/**
 * Returns the factors that fit into a picture: all, or the best and the worst with a value, with LEFT_OUT between.
 * @param factors the highest first
 * @param most at least 3
 */
export function fitting(factors: readonly FactorPoint[], most: number): FactorPoint[] {
  if (factors.length <= most) return [...factors]
  const known = factors.filter(({ values }) => values[0] !== null)
  if (known.length <= most) return known
  const best = Math.ceil((most - 1) / 2)
  return [...known.slice(0, best), LEFT_OUT, ...known.slice(known.length - (most - 1 - best))]
}

/** Cuts a name to a width, with a mark where it is cut. */
export function cutToWidth(name: string, widthPx: number, fontPx: number): string {
  if (textWidthPx(name, fontPx) <= widthPx) return name
  const characters = [...name]
  while (characters.length > 1 && textWidthPx(`${characters.join('')}…`, fontPx) > widthPx) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/**
 * Breaks a name into lines: whole words when they fit in the fewest lines, else lines of nearly equal length, with
 * English broken at spaces and hyphens, Chinese anywhere.
 */
export function linesOf(name: string, widthPx: number, fontPx: number): string[] {
  const lines = filled(name, PIECE, widthPx, fontPx)
  const words = filled(name, WORD, widthPx, fontPx)
  if (words.length <= lines.length && fits(words, widthPx, fontPx)) return words
  for (let width = widthPx - STEP; width > 0; width -= STEP) {
    const narrower = filled(name, PIECE, width, fontPx)
    if (narrower.length > lines.length || !fits(narrower, width, fontPx))
      return filled(name, PIECE, width + STEP, fontPx)
  }
  return lines
}

function fits(lines: string[], widthPx: number, fontPx: number): boolean {
  return lines.every((line) => textWidthPx(line, fontPx) <= widthPx)
}

const STEP = 4

/** Fills each line before it starts the next. */
function filled(name: string, pieces: RegExp, widthPx: number, fontPx: number): string[] {
  const lines: string[] = []
  for (const piece of name.match(pieces) ?? []) {
    const last = lines.at(-1)
    const hasRoom = last !== undefined && textWidthPx((last + piece).trimEnd(), fontPx) <= widthPx
    if (hasRoom) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** A Chinese character, or a word with the space or hyphen after it. */
const PIECE = /[\u2e80-\uffef]|[^\u2e80-\uffef\s-]+[\s-]*|[\s-]+/g

/** A word with the space after it, or a number of days or counts with its unit: "5 日". */
const WORD = /\d+ [^\s]+\s*|[^\s]+\s*/g
