/**
 * The room that a text needs, in pixels: a generous estimate, since a picture is drawn where no font is known. It is
 * wider than the same text in any of the fonts that the pages name.
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
