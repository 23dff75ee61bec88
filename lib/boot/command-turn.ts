/** Commands that start a database of their own in the same folder take turns: each stops the server that it started. */

import { open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '@/lib/process/is-alive'

const RETRY_MS = 200
/** The owner of a turn renews its file; without renewal for longer it has been killed. */
const RENEW_MS = 1_000
const STALE_MS = 10_000

interface Waiting {
  /** Ends the waiting. */
  signal: AbortSignal
  /** Is called once, when another command has the turn. */
  onWait: () => void
}

/**
 * Waits until no other command has its turn in the folder (absolute), and takes it. Returns the function that ends the
 * turn; null when the signal aborts first.
 */
export async function takeCommandTurn(
  folder: string,
  { signal, onWait }: Waiting,
): Promise<(() => Promise<void>) | null> {
  const path = join(folder, 'command.pid')
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    if (await createFile(path)) return holdTurn(path)
    if (await isStale(path)) await rm(path, { force: true })
    else if (attempt === 0) onWait()
    await sleep(RETRY_MS)
  }
  return null
}

async function createFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid)).finally(() => file.close())
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

function holdTurn(path: string): () => Promise<void> {
  const renewal = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, RENEW_MS)
  renewal.unref()
  let isHeld = true
  return async () => {
    // The file may belong to another command by now.
    if (!isHeld) return
    isHeld = false
    clearInterval(renewal)
    await rm(path, { force: true })
  }
}

async function isStale(path: string): Promise<boolean> {
  const [found, text] = await Promise.all([stat(path).catch(() => null), readFile(path, 'utf8').catch(() => '')])
  if (found === null) return false
  return Date.now() - found.mtimeMs > STALE_MS || (text !== '' && !isAlive(Number(text)))
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
