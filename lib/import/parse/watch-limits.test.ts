import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, vi } from 'vitest'

const FIXTURE = 'lib/testing/import/endless-process.ts'

it('ends a loop without an end when its time is over', async () => {
  const process_ = start('child', 200)
  const [, signal] = await once(process_, 'exit')
  expect(signal).toBe('SIGKILL')
})

// Windows tells nobody that a parent is gone: there the time alone ends what is left.
it.skipIf(process.platform === 'win32')('ends a loop without an end when whoever asked for it is gone', async () => {
  const parent = start('parent', 60_000)
  const [pid] = await once(parent.stdout ?? never(), 'data')
  expect(isAlive(Number(pid))).toBe(true)
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(Number(pid))).toBe(false), 10_000)
})

function start(role: string, timeMs: number): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', FIXTURE, role, String(timeMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function never(): never {
  throw new TypeError('its output is a pipe')
}
