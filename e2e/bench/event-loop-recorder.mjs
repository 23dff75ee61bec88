/**
 * Writes the delay of the server's event loop and its memory to a file. The server loads this module first. A line is
 * [time, delay in ms, resident bytes]; the benchmark reads them.
 */
import { appendFileSync } from 'node:fs'

const EVERY_MS = 10
const LINES = 20
const file = process.env.FACTOR_WEEKLY_LOOP_FILE

if (file && process.argv[1]?.endsWith('next-server.mjs')) {
  let lines = []
  let due = performance.now() + EVERY_MS
  const look = () => {
    const now = performance.now()
    lines.push(JSON.stringify([Date.now(), Math.max(0, now - due), process.memoryUsage.rss()]))
    if (lines.length >= LINES) {
      appendFileSync(file, `${lines.join('\n')}\n`)
      lines = []
    }
    due = performance.now() + EVERY_MS
    setTimeout(look, EVERY_MS).unref()
  }
  setTimeout(look, EVERY_MS).unref()
}
