import { basename } from 'node:path'

const TERMINAL_MS = 1_000
const LOG_MS = 5_000

/** Receives what a load is doing: "40% copied". */
export type OnProgress = (activity: string) => void

/**
 * Writes to stderr what the load of a long file is doing and for how long: on a terminal in one line, once a second; in
 * a log on a new line, every five seconds.
 */
export function showProgress(path: string): { onProgress: OnProgress; end(): void } {
  const { isTTY } = process.stderr
  const start = Date.now()
  let activity = 'reading and checking'
  const writeLine = () => {
    const line = `${basename(path)}: ${activity}, ${Math.round((Date.now() - start) / 1_000)} s`
    process.stderr.write(isTTY ? `\r\u001B[2K${line}` : `${line}\n`)
  }
  const timer = setInterval(writeLine, isTTY ? TERMINAL_MS : LOG_MS)
  const onProgress = (current: string) => {
    activity = current
  }
  const end = () => {
    clearInterval(timer)
    if (isTTY) process.stderr.write('\r\u001B[2K')
  }
  return { onProgress, end }
}

/**
 * Yields the pieces and reports the share that has been taken after each.
 * @param whole total length of the pieces
 */
export function* withProgress<Piece extends { length: number }>(
  pieces: Iterable<Piece>,
  whole: number,
  onProgress: OnProgress,
): Iterable<Piece> {
  let taken = 0
  for (const piece of pieces) {
    yield piece
    taken += piece.length
    onProgress(`${Math.min(100, Math.floor((100 * taken) / whole))}% of ${(whole / 1e6).toFixed(1)} MB copied`)
  }
  onProgress('comparing and writing')
}
