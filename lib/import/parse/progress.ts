/** Receives what a load or another long task is doing: "returns.csv: 40% of 45.3 MB read". */
export type OnProgress = (activity: string) => void

/** Returns a receiver that puts the name of a file before what is done with it. */
export function progressOf(name: string, onProgress: OnProgress): OnProgress {
  return (activity) => onProgress(`${name}: ${activity}`)
}

/** Writes a count of rows: "1,000,000 rows". */
export function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`
}

/**
 * Yields the pieces and reports the share that has been taken after each.
 * @param whole total length of the pieces
 * @param next what is done when all are taken
 */
export function* withProgress<Piece extends { length: number }>(
  pieces: Iterable<Piece>,
  { whole, next }: { whole: number; next: string },
  onProgress: OnProgress,
): Iterable<Piece> {
  let taken = 0
  for (const piece of pieces) {
    yield piece
    taken += piece.length
    onProgress(`${Math.min(100, Math.floor((100 * taken) / whole))}% of ${(whole / 1e6).toFixed(1)} MB read`)
  }
  onProgress(next)
}
