import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { takeCommandTurn } from './command-turn'

const NEVER = new AbortController().signal
let folder: string
let turnFile: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-turn-'))
  turnFile = join(folder, 'command.pid')
})

afterEach(() => rm(folder, { recursive: true }))

it('is taken by one command, while another waits and says so once', async () => {
  const onWait = vi.fn()
  const endFirst = await takeCommandTurn(folder, { signal: NEVER, onWait })
  expect(onWait).not.toHaveBeenCalled()
  let isTaken = false
  const second = takeCommandTurn(folder, { signal: NEVER, onWait }).then((end) => {
    isTaken = true
    return end
  })
  await vi.waitUntil(() => onWait.mock.calls.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(isTaken).toBe(false)
  await endFirst?.()
  await (await second)?.()
  expect(onWait).toHaveBeenCalledTimes(1)
})

it('is taken over from a command that was killed', async () => {
  // No process has this number: the largest of Linux is 4,194,304.
  await writeFile(turnFile, '99999999')
  const end = await takeCommandTurn(folder, { signal: NEVER, onWait: () => {} })
  expect(end).not.toBeNull()
  await end?.()
})

it('is taken over from a command that no longer renews it', async () => {
  await writeFile(turnFile, String(process.pid))
  await utimes(turnFile, 0, 0)
  const end = await takeCommandTurn(folder, { signal: NEVER, onWait: () => {} })
  expect(end).not.toBeNull()
  await end?.()
})

it('is given up on a request to stop', async () => {
  const end = await takeCommandTurn(folder, { signal: NEVER, onWait: () => {} })
  expect(await takeCommandTurn(folder, { signal: AbortSignal.timeout(300), onWait: () => {} })).toBeNull()
  await end?.()
})
