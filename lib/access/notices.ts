/** What a page says about the form that led to it. */
import { z } from 'zod'

const FAULTS = [
  'refused',
  'too-many',
  'provider',
  'expired',
  'code',
  'passkey',
  'stale',
  'short',
  'long',
  'email',
  'common',
  'wrong',
  'form',
  'gone',
  'scope',
  'last-admin',
  'no-second-factor',
  'share-password',
  'share-wrong',
  'origin',
] as const

const DONE = [
  'signed-out',
  'password-changed',
  'name',
  'session',
  'token',
  'revoked',
  'invited',
  'role',
  'ended',
  'erased',
  'codes-begun',
  'codes-on',
  'codes-off',
  'codes-cancelled',
  'codes-made',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'second-factor-reset',
  'shared',
  'origin-added',
  'origin-removed',
] as const

const notice = z.object({
  fault: z.enum(FAULTS).nullable().catch(null).default(null),
  done: z.enum(DONE).nullable().catch(null).default(null),
  /** Minutes until the next attempt; 0 when the address does not have them. */
  wait: z.coerce.number().int().min(0).max(60).catch(0).default(0),
})
export type FormNotice = z.output<typeof notice>

/** Returns what the query of a page says; anybody may write one, so it has no text of its own. */
export function noticeOf(query: Record<string, unknown>): FormNotice {
  return notice.parse(query)
}
