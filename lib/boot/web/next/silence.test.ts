import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTemporaryFolder } from '@/lib/process/temporary-folder'
import { isSilent } from './silence'

const TIMES = { everyMs: 2, maxMs: 60 }
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

/** Answers the first requests on the socket, and none after them. */
async function answerOnly(count: number): Promise<() => number> {
  let asked = 0
  server = createServer((_, response) => {
    asked += 1
    if (asked <= count) response.end()
  }).listen(path)
  await once(server, 'listening')
  return () => asked
}

it('is found when a process answers no more', async () => {
  const asked = await answerOnly(3)
  expect(await isSilent(path, { ...TIMES, ended: ended.signal })).toBe(true)
  expect(asked()).toBe(4)
})

it('is not that of a process that answers, or does not listen, until it ends', async () => {
  const watched = isSilent(path, { ...TIMES, ended: ended.signal })
  await sleep(TIMES.maxMs)
  const asked = await answerOnly(Number.POSITIVE_INFINITY)
  await expect.poll(asked).toBeGreaterThan(3)
  ended.abort()
  expect(await watched).toBe(false)
})
