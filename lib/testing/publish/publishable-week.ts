/** Plain returns of 2024 of the sample series up to the week of 2024-08-30, which the gate lets pass. */
import { createHash } from 'node:crypto'
import type { Order } from '@/lib/pdf/order'
import { type PublishOptions, publish } from '@/lib/publish/publish'
import { publishOrder } from '@/lib/publish/publish-order'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import type { TestStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'

export const WEEK = '2024-08-30'
export const DAYS = shanghaiDays('2024-01-02', WEEK)

/** Legs of each series, in the order of its columns. */
const LEGS: Record<string, number> = { skewness: 3, network: 3, enhanced: 2 }

/** Daily returns by series, leg and day, decimal fractions. */
export type PlainReturns = Record<string, number[][]>

/** Returns made-up returns that never repeat. */
export function plainReturns(): PlainReturns {
  const codes = Object.keys(LEGS)
  return Object.fromEntries(
    codes.map((code, series) => [
      code,
      Array.from({ length: LEGS[code] ?? 0 }, (_, leg) =>
        DAYS.map((_day, day) => Number((Math.sin(1.7 * day * (leg + 1) + 13 * series) / 100).toFixed(6))),
      ),
    ]),
  )
}

/** Returns the rows of a series on some days, as a file has them. */
export function rowsOf(returns: PlainReturns, code: string, days: readonly string[] = DAYS): string[] {
  return days.map((day) => [day, code, ...(returns[code] ?? []).map((leg) => leg[DAYS.indexOf(day)])].join(','))
}

/** Loads the returns of all series as two versions. */
export async function loadPlain(
  store: TestStore,
  returns: PlainReturns,
  days: readonly string[] = DAYS,
): Promise<void> {
  await store.load(factorCsv(...rowsOf(returns, 'skewness', days), ...rowsOf(returns, 'network', days)))
  await store.load(portfolioCsv(...rowsOf(returns, 'enhanced', days)))
}

/** Publishes, or what an order says, with documents that are made at once. */
export function publishPlain(order: Record<string, unknown> = {}, options: Partial<PublishOptions> = {}) {
  return publish(publishOrder.parse({ week: WEEK, ...order }), {
    publishedBy: 'wang',
    dryRun: false,
    make: async (document) => plainDocument(document),
    ...options,
  })
}

/** Returns bytes that depend on everything in the order of a document, in the place of a PDF. */
function plainDocument(order: Order): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(JSON.stringify(order)).digest())
}
