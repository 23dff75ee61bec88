import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DocumentStore } from './document-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytesOf = (text: string) => new TextEncoder().encode(text)

it('makes a document once for simultaneous requests and a later process', async () => {
  const store = new DocumentStore(folder, 1_000)
  let made = 0
  const make = async () => {
    made += 1
    return bytesOf('abc')
  }
  expect(await store.find('a')).toBeNull()
  const documents = await Promise.all([store.get('a', make), store.get('a', make), store.get('a', make)])
  const later = await new DocumentStore(folder, 1_000).get('a', make)
  expect(made).toBe(1)
  // SHA-256 of "abc" as FIPS 180-2 gives it.
  const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  for (const document of [...documents, later]) expect(document).toEqual({ bytes: bytesOf('abc'), sha256 })
})

it('leaves no file of a failed document, and makes it at the next request', async () => {
  const store = new DocumentStore(folder, 1_000)
  await expect(store.get('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy')
  expect(readdirSync(folder)).toEqual([])
  expect((await store.get('a', async () => bytesOf('x'))).bytes).toEqual(bytesOf('x'))
})

it('removes the least recently used documents, and unfinished ones of a killed process', async () => {
  const store = new DocumentStore(folder, 8)
  for (const key of ['old', 'used']) await store.get(key, async () => bytesOf('1234'))
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1_000, 1_000)
  await store.find('used')
  writeFileSync(join(folder, 'dead.part'), 'half')
  utimesSync(join(folder, 'dead.part'), 1_000, 1_000)
  await store.get('new', async () => bytesOf('5678'))
  expect(await store.find('old')).toBeNull()
  expect(await store.find('used')).not.toBeNull()
  expect(await store.find('new')).not.toBeNull()
  expect(readdirSync(folder)).toHaveLength(2)
})

it.each(['cannot be made', 'cannot be written'])(
  'returns the document although its folder %s, and says why',
  async (why) => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const path = join(folder, 'documents')
    // A file where a folder should be, or a folder where a file should be: root may write everywhere else.
    if (why === 'cannot be made') writeFileSync(path, '')
    else mkdirSync(join(path, `${createHash('sha256').update('a').digest('hex')}.pdf`, 'x'), { recursive: true })
    const store = new DocumentStore(path, 1_000)
    for (let times = 0; times < 2; times += 1) {
      expect((await store.get('a', async () => bytesOf('abc'))).bytes).toEqual(bytesOf('abc'))
    }
    expect(said.mock.calls.flat().join(' ')).toMatch(/CACHE_DIR.*(ENOTDIR|EEXIST|EISDIR)/)
    said.mockRestore()
  },
)

it('stops the making of a document when the last who waited has gone, and makes it again for the next', async () => {
  const store = new DocumentStore(folder, 1_000)
  const [first, second] = [new AbortController(), new AbortController()]
  let isStopped = false
  const never = (gone: AbortSignal) =>
    new Promise<Uint8Array<ArrayBuffer>>((_, reject) => {
      const stop = () => {
        isStopped = true
        reject(new Error('gone'))
      }
      if (gone.aborted) stop()
      gone.addEventListener('abort', stop)
    })
  const outcomes = Promise.allSettled([store.get('a', never, first.signal), store.get('a', never, second.signal)])
  first.abort()
  expect(isStopped).toBe(false)
  second.abort()
  const next = await store.get('a', async () => bytesOf('abc'))
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(isStopped).toBe(true)
  expect(next.bytes).toEqual(bytesOf('abc'))
})
