import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTemporaryFolder } from '@/lib/process/temporary-folder'
import { isSilent } from './silence'

const TIMES = { everyMs: 2, maxMs: 60, againMs: 30 }
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let path: string
let server: Server | null
let ended: AbortController

beforeEach(async () => {
  folder = await makeTemporaryFolder('socket')
  path = `${folder.folder}/next`
  ended = new AbortController()
  server = null
})

afterEach(async () => {
  ended.abort()
  server?.closeAllConnections()
  server?.close()
  await folder.remove()
})

/** Listens on the socket. @param isAnswered whether the request of that number, from 1, is answered */
async function listen(isAnswered: (asked: number) => boolean): Promise<() => number> {
  let asked = 0
  server = createServer((_, response) => {
    asked += 1
    if (isAnswered(asked)) response.end()
  }).listen(path)
  await once(server, 'listening')
  return () => asked
}

it('is found when a process answers no more', async () => {
  const asked = await listen((number) => number <= 3)
  expect(await isSilent(path, { ...TIMES, ended: ended.signal })).toBe(true)
  expect(asked()).toBe(5)
})

it('is not that of a process that answers when asked again, or does not listen, until it ends', async () => {
  const watched = isSilent(path, { ...TIMES, ended: ended.signal })
  await sleep(TIMES.maxMs)
  const asked = await listen((number) => number !== 2)
  await expect.poll(asked).toBeGreaterThan(3)
  ended.abort()
  expect(await watched).toBe(false)
})

it('is found when the socket of a process was removed, after it has answered', async () => {
  const asked = await listen(() => true)
  const watched = isSilent(path, { ...TIMES, ended: ended.signal })
  await expect.poll(asked).toBeGreaterThan(1)
  await rm(path)
  expect(await watched).toBe(true)
})
