import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { aborted } from '@/lib/boot/shutdown'
import { isOverloaded, noteOverload, RequestGate } from './request-gate'

const OPTIONS = { atOnce: 2, waitingMax: 2, waitMaxMs: 60_000, openMax: 10 }

/** Returns a gate, and a function that enters it with a request that works until it is ended. */
function open(options: Partial<typeof OPTIONS> = {}) {
  const gate = new RequestGate('requests', { ...OPTIONS, ...options })
  const begun: string[] = []
  const enter = (name: string) => {
    const gone = new AbortController()
    const ended = new AbortController()
    const request = { isIn: true, end: () => ended.abort(), leave: () => gone.abort(), giveTurn: () => {} }
    const run = async (giveTurn: () => void) => {
      begun.push(name)
      request.giveTurn = giveTurn
      await aborted(ended.signal)
    }
    const refuse = () => {
      request.isIn = false
    }
    gate.enter({ run, refuse, gone: gone.signal })
    return request
  }
  return { gate, begun, enter }
}

it('runs two at once and the others in their order, and has no place for a fifth', async () => {
  const { begun, enter } = open()
  const requests = ['a', 'b', 'c', 'd', 'e'].map(enter)
  expect(requests.map(({ isIn }) => isIn)).toEqual([true, true, true, true, false])
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

it('lets the next begin beside those that have given their turn, up to the bound of those that have begun', async () => {
  const { begun, enter } = open({ openMax: 3 })
  const requests = ['a', 'b', 'c', 'd'].map(enter)
  // Only the first time counts.
  for (const { giveTurn } of [...requests, ...requests]) giveTurn()
  expect(begun).toEqual(['a', 'b', 'c'])
  requests[2]?.giveTurn()
  expect(begun).toEqual(['a', 'b', 'c'])
  requests[0]?.end()
  await sleep(0)
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

it('is free when no request has begun or waits', async () => {
  const { gate, enter } = open({ atOnce: 1 })
  expect(gate.isFree).toBe(true)
  const [first, second] = ['a', 'b'].map(enter)
  first?.giveTurn()
  first?.end()
  await sleep(0)
  expect(gate.isFree).toBe(false)
  second?.end()
  await sleep(0)
  expect(gate.isFree).toBe(true)
})

it('refuses a request that has waited too long, and never starts it', async () => {
  const { begun, enter } = open({ waitMaxMs: 5 })
  const [first, , third] = ['a', 'b', 'c'].map(enter)
  await expect.poll(() => third?.isIn).toBe(false)
  first?.end()
  await sleep(0)
  expect(begun).toEqual(['a', 'b'])
})

it('is overloaded for some seconds after that was noted', () => {
  expect(isOverloaded()).toBe(false)
  noteOverload()
  expect(isOverloaded()).toBe(true)
})
