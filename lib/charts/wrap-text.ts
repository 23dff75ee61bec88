import { textWidthPx } from './text-width'

/** A text as lines no wider than `maxPx`: broken at spaces, and between Chinese characters; a longer word stands alone. */
export function wrapText(text: string, maxPx: number, fontPx: number, weight: 'normal' | 'bold' = 'normal'): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.match(PARTS) ?? []) {
    if (line !== '' && textWidthPx((line + part).trimEnd(), fontPx, weight) > maxPx) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? part.trimStart() : part
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** A Chinese character with the marks that may not begin a line, a word with its spaces. */
const PARTS = /[\u2e80-\uffef][，。；：、）》]*\s*|[^\s\u2e80-\uffef]+\s*|\s+/gu
