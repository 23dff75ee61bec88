import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aborted } from '@/lib/boot/shutdown'
import { isOverloaded, RequestGate } from './request-gate'

const OPTIONS = { atOnce: 2, waitingMax: 2, openMax: 10, slowAfterMs: 60_000 }

/** Returns a gate, and a function that enters it with a request that works until it is ended. */
function open(options: Partial<typeof OPTIONS> = {}) {
  const gate = new RequestGate({ ...OPTIONS, ...options })
  const begun: string[] = []
  const enter = (name: string) => {
    const gone = new AbortController()
    const ended = new AbortController()
    const isIn = gate.enter(async () => {
      begun.push(name)
      await aborted(ended.signal)
    }, gone.signal)
    return { isIn, end: () => ended.abort(), leave: () => gone.abort() }
  }
  return { begun, enter }
}

it('runs two at once and the others in their order, and has no place for a fifth', async () => {
  const { begun, enter } = open()
  const requests = ['a', 'b', 'c', 'd', 'e'].map(enter)
  expect(requests.map(({ isIn }) => isIn)).toEqual([true, true, true, true, false])
  expect(isOverloaded()).toBe(true)
  expect(begun).toEqual(['a', 'b'])
  requests[1]?.end()
  await sleep(0)
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(enter('f').isIn).toBe(true)
  for (const { end } of requests) end()
  await sleep(0)
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'f'])
})

it('never starts the request of a client that has gone, and gives its place to another', async () => {
  const { begun, enter } = open()
  const [first, , third] = ['a', 'b', 'c', 'd'].map(enter)
  third?.leave()
  expect(enter('e').isIn).toBe(true)
  first?.end()
  await sleep(0)
  expect(begun).toEqual(['a', 'b', 'd'])
})

it('lets the next begin beside a slow request, up to the bound of all', async () => {
  const { begun, enter } = open({ slowAfterMs: 5, openMax: 4 })
  for (const name of ['a', 'b', 'c', 'd']) expect(enter(name).isIn).toBe(true)
  expect(enter('e').isIn).toBe(false)
  await expect.poll(() => begun).toEqual(['a', 'b', 'c', 'd'])
  expect(enter('f').isIn).toBe(false)
})
