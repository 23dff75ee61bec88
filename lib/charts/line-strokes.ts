import type { Palette } from './theme'

/** How a line of several is drawn: strength of ink and pattern tell lines apart without hue, also in print. */
export interface Stroke {
  colour: keyof Pick<Palette, 'accent' | 'ink' | 'ink3'>
  widthPx: number
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  dashPx: number[]
}

/** The first line is the one that the others are compared with. Lines beyond these have no pattern of their own. */
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

export function strokeOf(place: number): Stroke {
  return STROKES[place] ?? FAINT
}

/** "A" to "H" for lines with a stroke of their own, then numbers: "9", "10". */
export function letterOf(place: number): string {
  return place < STROKES.length ? String.fromCharCode(65 + place) : String(place + 1)
}
