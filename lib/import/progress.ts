import { basename } from 'node:path'

const FIRST_MS = 1_000

/** Says on a terminal how long a file has been at it, once a second from the first on; nothing where output is kept. */
export function showProgress(path: string): { end(): void } {
  if (!process.stderr.isTTY) return { end: () => {} }
  const start = Date.now()
  const say = () => {
    const seconds = Math.round((Date.now() - start) / 1_000)
    process.stderr.write(`\r\u001B[2K${basename(path)}: reading, checking and writing, ${seconds} s`)
  }
  const timer = setInterval(say, FIRST_MS)
  const end = () => {
    clearInterval(timer)
    process.stderr.write('\r\u001B[2K')
  }
  return { end }
}
