import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { inChunks } from '@/lib/db/in-chunks'
import { keyAsOf } from '@/lib/db/key-as-of'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { numberOfDay } from './number-of-day'
import { type LinesRequest, readWholeLines } from './read-whole-lines'

/** How much the line of a series, the ratio of two NAVs, moved over its days. */
export interface LineMoves {
  code: string
  /** Standard deviation with n − 1 of its daily returns, a decimal fraction; null for a single day. */
  deviation: number | null
  /** Its lowest ratio to the highest value before, or to its base; 1 when it never fell. */
  lowest: number
}

const row = z.object({ code: z.string(), deviation: z.number().nullable(), lowest: z.number() })

/**
 * Returns how much the lines of many series moved as of a data version; series that lack a day are left out. The deviation
 * is that of PostgreSQL, by the algorithm of Youngs and Cramer. Kept, since a version does not change.
 */
export async function getLineMoves(request: LinesRequest): Promise<LineMoves[]> {
  const { version, kind, series, days } = request
  const key = await keyAsOf(version, ['moves', kind, series, days.length, days[0], days.at(-1)])
  const read = () => readAll(request)
  return key === null ? read() : ((await kept.get(key, read)) ?? read())
}

const KEPT_BYTES_MAX = 4_000_000
/** Bytes of a series: its code and two numbers. */
const SERIES_BYTES = 100
const kept = new BoundedCache<LineMoves[]>((moves) => moves.length * SERIES_BYTES, KEPT_BYTES_MAX)

async function readAll({ series, ...request }: LinesRequest): Promise<LineMoves[]> {
  const { version, days } = request
  const [inScope, dates] = await Promise.all([
    codesInScope({ version, codes: series.map(({ code }) => code) }),
    datesInScope(version),
  ])
  const known = new Set(inScope)
  const conditions = {
    place: numberOfDay(days, Int32Array.from(days.keys())),
    isInScope: dates.condition('code'),
  }
  return inChunks(
    series.filter(({ code }) => known.has(code)),
    async (chunk) => z.array(row).parse(await readWholeLines({ ...request, series: chunk }, conditions, MOVES)),
  )
}

const MOVES = {
  ofDay: Prisma.sql`growth - 1 as daily, ratio / greatest(1, max(ratio) over so_far) as depth`,
  ofLine: Prisma.sql`stddev_samp(daily) as deviation, least(1, min(depth)) as lowest`,
}
