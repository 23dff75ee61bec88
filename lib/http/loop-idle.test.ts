import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { whenLoopIdle } from './loop-idle'

it('calls once, as soon as the event loop is idle', async () => {
  const call = vi.fn()
  whenLoopIdle({ everyMs: 10, maxMs: 60_000 }, call)
  await keepBusyFor(100)
  expect(call).not.toHaveBeenCalled()
  await expect.poll(() => call.mock.calls.length).toBe(1)
  await sleep(30)
  expect(call).toHaveBeenCalledOnce()
})

it('calls while the event loop is busy, when it has been so for long', async () => {
  const call = vi.fn()
  whenLoopIdle({ everyMs: 10, maxMs: 60 }, call)
  await keepBusyFor(50)
  expect(call).not.toHaveBeenCalled()
  await keepBusyFor(100)
  expect(call).toHaveBeenCalledOnce()
})

it('does not call once it is ended', async () => {
  const call = vi.fn()
  whenLoopIdle({ everyMs: 5, maxMs: 5 }, call)()
  await sleep(30)
  expect(call).not.toHaveBeenCalled()
})

/** Leaves the event loop no time to wait. */
async function keepBusyFor(ms: number): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < ms; ) {
    for (const end = performance.now() + 5; performance.now() < end; );
    await setImmediate()
  }
}
