import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { COMMAND } from './actor'
import { recordEvent } from './record-event'
import { SEAL_LOCK } from './seal-lock'

const removed = z.object({ seal: z.string(), hash: z.string(), events: z.string(), from: z.string(), to: z.string() })

/**
 * Removes the events of the oldest days, whole days of UTC, and records an event that says which and holds the hash of the last
 * of them. The newest event stays, of whatever day it is.
 * @param days how many days are kept, besides today
 * @returns the number of events that were removed
 */
export function removeOldEvents(days: number): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe(SEAL_LOCK)
    const [oldest] = z.array(removed).parse(await transaction.$queryRawUnsafe(OLDEST, days))
    if (oldest === undefined) return 0
    await recordEvent(COMMAND, 'events-removed', { subject: oldest.to, details: oldest }, transaction)
    const last = BigInt(oldest.seal)
    await transaction.$executeRawUnsafe(REMOVE_EVENTS, last)
    await transaction.auditSeal.deleteMany({ where: { number: { lte: last } } })
    return Number(oldest.events)
  })
}

/**
 * The seals before the first one that stays. A load that took a while has a seal among those of the day after: then the
 * seals from there on stay.
 */
const OLDEST = `
  with sealed as (
    select seal.number, seal.hash, event.at
    from audit_seal as seal join audit_event as event on event.id = seal.event_id
  ), going as (
    select number, hash, at
    from sealed
    where number < coalesce((select min(number) from sealed
                             where at >= (date_trunc('day', now() at time zone 'UTC') - $1::int * interval '1 day') at time zone 'UTC'),
                            (select max(number) from sealed))
  )
  select max(number)::text as seal, (array_agg(hash order by number desc))[1] as hash, count(*)::text as events,
         to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD') as "from", to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD') as "to"
  from going
  having count(*) > 0`

const REMOVE_EVENTS = `
  delete from audit_event using audit_seal
  where audit_seal.event_id = audit_event.id and audit_seal.number <= $1::bigint`
