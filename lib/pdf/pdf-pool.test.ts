/** The pool that makes documents, with more orders than it can take. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { ChildProcessPool } from '@/lib/process/child-process-pool'
import { QueueFull } from '@/lib/process/task-queue'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import type { MadeDocument, Order } from './order'
import { pdfPool } from './pdf-pool'

const AT_ONCE = 50

/** The server's pool in a long run; otherwise one with a smaller queue. */
const pool = IS_LONG_RUN ? pdfPool : new ChildProcessPool<Order, MadeDocument>({ ...pdfPool.options, maxWaiting: 3 })

afterAll(() => pool.close())

it('answers fifty orders of other weeks and languages at once, or refuses them, and leaves no process behind', async () => {
  const demo = await readDemo()
  const fridays = ['2014-02-14', '2014-03-14', '2014-04-11', '2014-05-09', '2014-06-13']
  const orders = Array.from({ length: AT_ONCE }, (_, index): Order => {
    const week = fridays[index % fridays.length] ?? ''
    const locale = index % 2 === 0 ? 'zh' : 'en'
    const only = demo.catalogue.factors[index % 12]?.code ?? null
    return {
      kind: 'factsheet',
      inputs: demoInputs(demo, week, { locale, only }),
      ...SAMPLE_PRINT,
    }
  })
  const outcomes = await Promise.allSettled(orders.map((order) => pool.run(async () => order)))
  const made = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(made).toHaveLength(pool.options.size + (pool.options.maxWaiting ?? 0))
  for (const { value } of made) expect(value.fault).toBeNull()
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(QueueFull)
    expect(reason.retryAfterSeconds).toBeGreaterThan(0)
  }
  const { pids } = pool
  expect(pids.length).toBeGreaterThan(0)
  expect(pids.length).toBeLessThanOrEqual(pool.options.size)
  await pool.close()
  await sleep(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
}, 180_000)
