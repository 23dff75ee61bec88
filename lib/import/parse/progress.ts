import { basename } from 'node:path'

const TERMINAL_MS = 1_000
const LOG_MS = 5_000

/** Is told what a load is at: "40% copied". */
export type Tell = (doing: string) => void

/**
 * Says what a long file is at and for how long: on a terminal in one line, once a second; where output is kept in a line
 * of its own, every five seconds.
 */
export function showProgress(path: string): { tell: Tell; end(): void } {
  const { isTTY } = process.stderr
  const start = Date.now()
  let doing = 'reading and checking'
  const say = () => {
    const line = `${basename(path)}: ${doing}, ${Math.round((Date.now() - start) / 1_000)} s`
    process.stderr.write(isTTY ? `\r\u001B[2K${line}` : `${line}\n`)
  }
  const timer = setInterval(say, isTTY ? TERMINAL_MS : LOG_MS)
  const tell = (what: string) => {
    doing = what
  }
  const end = () => {
    clearInterval(timer)
    if (isTTY) process.stderr.write('\r\u001B[2K')
  }
  return { tell, end }
}

/** The pieces of a whole, told of as they are taken. */
export function* toldOf<Piece extends { length: number }>(
  pieces: Iterable<Piece>,
  whole: number,
  tell: Tell,
): Iterable<Piece> {
  let taken = 0
  for (const piece of pieces) {
    yield piece
    taken += piece.length
    tell(`${Math.min(100, Math.floor((100 * taken) / whole))}% of ${(whole / 1e6).toFixed(1)} MB copied`)
  }
  tell('comparing and writing')
}
