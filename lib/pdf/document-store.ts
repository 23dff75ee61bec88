import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { logWarning } from '@/lib/log/log'

export interface KeptDocument {
  bytes: Uint8Array<ArrayBuffer>
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string
}

/** A document that is being looked for or made. */
interface Making {
  document: Promise<KeptDocument>
  /** Aborts the making. */
  abandoned: AbortController
  /** How many wait for it. */
  waiting: number
}

interface Entry {
  path: string
  size: number
  usedMs: number
}

/**
 * Stores documents on disk, by everything that their bytes depend on. A file is written under a temporary name and then
 * renamed, so that it is never read incomplete. Above `maxBytes` the least recently used are removed. Simultaneous
 * requests for a document make it once. A folder that cannot be read or written costs only time: the fault is logged,
 * and each document is made again.
 */
export class DocumentStore {
  readonly #inMaking = new Map<string, Making>()

  constructor(
    readonly folder: string,
    readonly maxBytes: number,
  ) {}

  /** Returns null when the document has not been made. */
  async find(key: string): Promise<KeptDocument | null> {
    const path = this.#pathOf(key)
    const bytes = await readFile(path).catch(absent).catch(logFault)
    if (bytes === null) return null
    const now = new Date()
    // Another process may have removed it meanwhile.
    await utimes(path, now, now).catch(absent).catch(logFault)
    // A view, since copying a report takes as long as reading it.
    return kept(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
  }

  /**
   * Returns a document, which is made if there is none.
   * @param make its signal aborts when everybody who waits for the document has gone
   * @param gone aborts when this one has gone
   * @throws the errors of `make`, and the reason of its signal
   */
  async get(
    key: string,
    make: (gone: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>,
    gone?: AbortSignal,
  ): Promise<KeptDocument> {
    const making = this.#inMaking.get(key) ?? this.#begin(key, make)
    making.waiting += 1
    const leave = () => {
      making.waiting -= 1
      if (making.waiting > 0) return
      this.#forget(key, making)
      making.abandoned.abort()
    }
    gone?.addEventListener('abort', leave, { once: true })
    try {
      return await making.document
    } finally {
      gone?.removeEventListener('abort', leave)
    }
  }

  #begin(key: string, make: (gone: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>): Making {
    const abandoned = new AbortController()
    const document = this.#findOrMake(key, () => make(abandoned.signal)).finally(() => this.#forget(key, making))
    const making: Making = { document, abandoned, waiting: 0 }
    this.#inMaking.set(key, making)
    return making
  }

  #forget(key: string, making: Making): void {
    if (this.#inMaking.get(key) === making) this.#inMaking.delete(key)
  }

  async #findOrMake(key: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<KeptDocument> {
    const found = await this.find(key)
    if (found) return found
    const bytes = await make()
    await this.#write(key, bytes).catch(logFault)
    return kept(bytes)
  }

  async #write(key: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const unfinished = join(this.folder, `${randomUUID()}${UNFINISHED}`)
    try {
      await writeFile(unfinished, bytes)
      await rename(unfinished, this.#pathOf(key))
    } finally {
      await rm(unfinished, { force: true })
    }
    await this.#shrink()
  }

  async #shrink(): Promise<void> {
    const names = await readdir(this.folder)
    const found = await Promise.all(names.map((name) => entryOf(join(this.folder, name))))
    const newestFirst = found.filter((entry) => entry !== null).sort((a, b) => b.usedMs - a.usedMs)
    let bytes = 0
    for (const { path, size, usedMs } of newestFirst) {
      const isLeftOver = path.endsWith(UNFINISHED)
      if (!isLeftOver) bytes += size
      const isTooMuch = isLeftOver ? usedMs < Date.now() - ABANDONED_MS : bytes > this.maxBytes
      if (isTooMuch) await rm(path, { force: true })
    }
  }

  #pathOf(key: string): string {
    return join(this.folder, `${sha256Of(key)}.pdf`)
  }
}

const UNFINISHED = '.part'
/** An unfinished file of this age belongs to a killed process. */
const ABANDONED_MS = 600_000

async function entryOf(path: string): Promise<Entry | null> {
  const found = await stat(path).catch(absent)
  return found && { path, size: found.size, usedMs: found.mtimeMs }
}

function kept(bytes: Uint8Array<ArrayBuffer>): KeptDocument {
  return { bytes, sha256: sha256Of(bytes) }
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** The message of a fault of the file system names the file. */
function logFault(error: Error): null {
  logWarning('The folder of documents (CACHE_DIR) cannot be used', error)
  return null
}
