import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { ACTIONS, type Action } from '../audit/record-event'

const row = z.object({
  id: z.string(),
  at: z.date(),
  actorKind: z.enum(['person', 'token', 'share', 'local', 'command', 'unknown']),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.enum(ACTIONS),
  subject: z.string().nullable(),
  subjectName: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** The network of the request; null for a command, or after it was erased. */
  address: z.string().nullable(),
  /** Number and hash of its seal. */
  seal: z.string(),
  hash: z.string(),
})

/** An event, with the names that actor and subject have now; null for a name that was erased, or never was. */
export type ListedEvent = z.infer<typeof row>

export interface EventFilter {
  /** Only this action; null for all. */
  action: Action | null
  /** First and last day, UTC; null without a limit. */
  from: string | null
  to: string | null
  /** Only events by or about this person or token; null for all. */
  about: string | null
  /** Only events whose subject has this text, such as a date or a code; null for all. */
  subject: string | null
}

interface Page {
  /** Only events before this id; null for the newest. */
  before: string | null
  limit: number
}

/** Returns events, the newest first. */
export async function getAuditEvents(filter: EventFilter, { before, limit }: Page): Promise<ListedEvent[]> {
  const { action, from, to, about, subject } = filter
  return z.array(row).parse(await prisma.$queryRawUnsafe(EVENTS, action, from, to, about, subject, before, limit))
}

const EVENTS = `
  select event.id::text, event.at, event.actor_kind as "actorKind", event.actor_id as "actorId",
         coalesce(nullif(actor.name, ''), actor_token.name, actor_share.client) as "actorName",
         event.action, event.subject,
         coalesce(nullif(subject.name, ''), subject_token.name, case when invited.email not like '%@erased.invalid' then invited.email end,
                  shared.client)
           as "subjectName",
         event.details, event.address, seal.number::text as seal, seal.hash
  from audit_event as event
  join audit_seal as seal on seal.event_id = event.id
  left join access_user as actor on actor.id = event.actor_id
  left join access_token as actor_token on actor_token.id = event.actor_id
  left join share_link as actor_share on actor_share.id = event.actor_id
  left join access_user as subject on subject.id = event.subject
  left join access_token as subject_token on subject_token.id = event.subject
  left join access_invitation as invited on invited.id = event.subject
  left join share_link as shared on shared.id = event.subject
  where ($1::text is null or event.action = $1)
    and ($2::date is null or event.at >= $2::date at time zone 'UTC')
    and ($3::date is null or event.at < ($3::date + 1) at time zone 'UTC')
    and ($4::text is null or event.actor_id = $4 or event.subject = $4)
    and ($5::text is null or position(lower($5) in lower(event.subject)) > 0)
    and ($6::bigint is null or event.id < $6::bigint)
  order by event.id desc
  limit $7`
