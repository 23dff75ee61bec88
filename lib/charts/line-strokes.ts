import type { Palette } from './theme'

/** Stroke of a line among several: darkness and dashes distinguish lines without colour, also in print. */
export interface Stroke {
  colour: keyof Pick<Palette, 'accent' | 'ink' | 'ink3'>
  widthPx: number
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  dashPx: number[]
}

/** The first line is the one that the others are compared with. Further lines have no dashes of their own. */
export const STROKES: readonly Stroke[] = [
  { colour: 'accent', widthPx: 2, dashPx: [] },
  { colour: 'ink', widthPx: 1.5, dashPx: [] },
  { colour: 'ink3', widthPx: 1.5, dashPx: [] },
  { colour: 'ink', widthPx: 1.5, dashPx: [7, 3] },
  { colour: 'ink3', widthPx: 1.5, dashPx: [7, 3] },
  { colour: 'ink', widthPx: 1.5, dashPx: [2, 2] },
  { colour: 'ink3', widthPx: 1.5, dashPx: [2, 2] },
  { colour: 'ink', widthPx: 1.5, dashPx: [9, 3, 2, 3] },
]

const FAINT: Stroke = { colour: 'ink3', widthPx: 0.75, dashPx: [] }

export function strokeOf(index: number): Stroke {
  return STROKES[index] ?? FAINT
}

/** Returns "A" to "H" for lines with their own stroke, then numbers: "9", "10". */
export function letterOf(index: number): string {
  return index < STROKES.length ? String.fromCharCode(65 + index) : String(index + 1)
}
