/**
 * Estimates the width of a text, in pixels, for the server, which has no fonts. The estimate is wider than the text in
 * any font of the pages.
 */
export function textWidthPx(text: string, fontPx: number, weight: 'normal' | 'bold' = 'normal'): number {
  let em = 0
  for (const character of text) em += widthEm(character)
  return Math.ceil(em * fontPx * (weight === 'bold' ? 1.08 : 1))
}

function widthEm(character: string): number {
  if (/[\u2e80-\uffef—]/.test(character) || character.length > 1) return 1
  if (/[A-Z%mw@&]/.test(character)) return 0.82
  return /[\sfijlrt.,:;'|()-]/.test(character) ? 0.4 : 0.6
}
