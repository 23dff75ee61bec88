/**
 * Writes the delay of a server's event loop and its memory to a file: of the process that readers reach, and, with `.next` after
 * its name, of the process of Next. Both load this module first. A line is [time, delay in ms, resident bytes]; benchmarks read them.
 */
import { appendFileSync } from 'node:fs'
import { basename } from 'node:path'

const EVERY_MS = 10
const LINES = 20
const ENDINGS = { 'front-server': '', 'next-server': '.next' }
const ending = ENDINGS[basename(process.argv[1] ?? '', '.mjs')]
const file = `${process.env.FACTOR_WEEKLY_LOOP_FILE}${ending}`

if (process.env.FACTOR_WEEKLY_LOOP_FILE && ending !== undefined) {
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
