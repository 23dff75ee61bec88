import { textWidthPx } from './text-width'

/**
 * Wraps a text into lines of at most `maxPx`: breaks at spaces and between Chinese characters; a longer word has its
 * own line.
 */
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

/** A Chinese character with the marks that may not begin a line, or a word with its spaces. */
const PARTS = /[\u2e80-\uffef][，。；：、）》]*\s*|[^\s\u2e80-\uffef]+\s*|\s+/gu
