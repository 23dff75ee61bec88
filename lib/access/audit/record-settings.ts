import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { COMMAND } from './actor'
import { recordEvent } from './record-event'

const settings = z.record(z.string(), z.string())

/** Records by which settings a server decides who may read and publish, at a start at which they are not those of before. */
export async function recordSettings(): Promise<void> {
  const { AUTH, PUBLISHING, REVIEW, AUDIT_DAYS, PUBLIC_URL, OIDC_ISSUER } = readEnv(process.env)
  const now = {
    AUTH,
    PUBLISHING,
    REVIEW,
    AUDIT_DAYS: String(AUDIT_DAYS ?? ''),
    PUBLIC_URL: PUBLIC_URL ?? '',
    OIDC_ISSUER: OIDC_ISSUER ?? '',
  }
  // A server on which nobody has to sign in has nothing to record, unless this was otherwise before.
  const last = await prisma.auditEvent.findFirst({ where: { action: 'settings-changed' }, orderBy: { id: 'desc' } })
  if (last === null && AUTH === 'off') return
  const before = last === null ? null : settings.parse(last.details)
  const isSame = Object.entries(now).every(([name, text]) => before?.[name] === text)
  if (!isSame) await recordEvent(COMMAND, 'settings-changed', { details: now })
}
