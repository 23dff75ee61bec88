import { z } from 'zod'
import { isIsoDate } from '@/lib/base/dates'
import { ACTIONS } from './record-event'

const day = z.string().refine(isIsoDate).nullable().catch(null).default(null)

/** Which events a page or file has, by its query; what is not understood chooses nothing. */
const filter = z.object({
  action: z.enum(ACTIONS).nullable().catch(null).default(null),
  from: day,
  to: day,
  about: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null)
    .default(null),
  subject: z.string().trim().min(1).max(200).nullable().catch(null).default(null),
})

/** Returns the choice of events in the query of an address. */
export function eventFilterOf(query: Record<string, unknown>): z.output<typeof filter> {
  return filter.parse(query)
}

/** Returns the id before which a page of events begins; null for the newest. */
export function beforeOf({ before }: Record<string, unknown>): string | null {
  return typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : null
}
