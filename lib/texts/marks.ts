/** Marks in texts of a desk: what stands between braces is replaced by a figure or a name of the report. */

export type TextPiece =
  | { kind: 'text'; text: string; offset: number }
  /** Without the braces; `offset` is that of the first brace, in UTF-16 code units. */
  | { kind: 'mark'; mark: string; offset: number }

const MARK = /\{([^{}\n]*)\}/g

/**
 * Splits a text at its marks: `{intraday-skewness.longShort.week}` is the figure of a cell with its sign, `{…|size}` without,
 * `{name:intraday-skewness}` the short name of a series, `{fact:zScore:intraday-skewness}` another number of the drafted texts.
 */
export function splitMarks(source: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of source.matchAll(MARK)) {
    if (match.index > end) pieces.push({ kind: 'text', text: source.slice(end, match.index), offset: end })
    pieces.push({ kind: 'mark', mark: match[1] ?? '', offset: match.index })
    end = match.index + match[0].length
  }
  if (end < source.length) pieces.push({ kind: 'text', text: source.slice(end), offset: end })
  return pieces
}
