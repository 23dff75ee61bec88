import { prisma } from '@/lib/db/client'
import type { Actor } from './actor'
import { networkOf } from './network-of'

/** What the audit records; triggers record those from `load` on. */
export const ACTIONS = [
  'sign-in',
  'sign-in-failed',
  'sign-in-limited',
  'sign-out',
  'sign-out-everywhere',
  'session-ended',
  'invitation-made',
  'invitation-used',
  'invitation-revoked',
  'name-changed',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'backup-codes-made',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'role-changed',
  'access-ended',
  'person-erased',
  'token-made',
  'token-revoked',
  'opened',
  'downloaded',
  'settings-changed',
  'events-removed',
  'share-made',
  'share-opened',
  'share-refused',
  'share-revoked',
  'origin-added',
  'origin-removed',
  'load',
  'hold-accepted',
  'withdrawal',
  'rename',
  'edition-published',
  'edition-corrected',
  'edition-withdrawn',
  'review-asked',
  'texts-saved',
] as const
export type Action = (typeof ACTIONS)[number]

interface Recorded {
  /** Id of the person, invitation, token or share link, a path, or a week as "CN week 2024-08-30"; null without one. */
  subject?: string | null
  /** What else is to be known, without names or e-mails. */
  details?: Record<string, string | string[]>
}

/** The part of a Prisma client that writes an event, also within a transaction. */
type Client = Pick<typeof prisma, 'auditEvent'>

/** Records an event, in a transaction of its own or in the one that is given. Of the address only the network is kept. */
export async function recordEvent(
  { kind, id, address }: Actor,
  action: Action,
  { subject = null, details = {} }: Recorded = {},
  client: Client = prisma,
): Promise<void> {
  await client.auditEvent.create({
    data: { actorKind: kind, actorId: id, action, subject, details, address: networkOf(address) },
  })
}
