import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { QueueFull, TaskQueue } from './task-queue'

it('runs tasks in order, one after another, and continues after a failed task', async () => {
  const queue = new TaskQueue({ concurrency: 1 })
  const done: number[] = []
  const task = (number: number) =>
    queue.run(async () => {
      await sleep(10 - number)
      done.push(number)
      if (number === 2) throw new Error('the second fails')
      return number
    })
  const outcomes = await Promise.allSettled([1, 2, 3].map(task))
  expect(done).toEqual([1, 2, 3])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('runs tasks at once up to the limit, and refuses tasks that may not wait', async () => {
  const queue = new TaskQueue({ concurrency: 2, maxWaiting: 1 })
  let running = 0
  let most = 0
  const task = () =>
    queue.run(async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(5)
      running -= 1
    })
  const outcomes = await Promise.allSettled([task(), task(), task(), task()])
  expect(most).toBe(2)
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected'])
  expect(outcomes[3]).toMatchObject({ reason: expect.any(QueueFull) })
  expect(outcomes[3]).toMatchObject({ reason: { retryAfterSeconds: 1 } })
})

it('never begins a task that nobody waits for any more, and gives its place to another', async () => {
  const queue = new TaskQueue({ concurrency: 1, maxWaiting: 1 })
  const gone = new AbortController()
  const begun: string[] = []
  const run = (name: string, signal?: AbortSignal) =>
    queue.run(async () => {
      begun.push(name)
      await sleep(5)
    }, signal)
  const first = run('first')
  const left = run('left', gone.signal)
  gone.abort(new Error('gone'))
  const other = run('other')
  await expect(left).rejects.toThrow('gone')
  await Promise.all([first, other])
  await expect(run('late', gone.signal)).rejects.toThrow('gone')
  expect(begun).toEqual(['first', 'other'])
})
