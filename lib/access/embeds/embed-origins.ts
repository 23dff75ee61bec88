/** The sites of others that may show charts and tables in a frame, and ask the API from their pages. */
import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { isLoopback } from '@/lib/http/loopback'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'

/** "https://desk.example", as browsers write it; without encryption only on this machine. */
export const embedOrigin = z
  .string()
  .trim()
  .max(200)
  .transform((text, context) => {
    const { origin, hostname, protocol } = URL.canParse(text) ? new URL(text) : NO_URL
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
    // A star would name many sites in a policy.
    if (isSafe && /^[\w.:[\]-]+$/.test(hostname) && [origin, `${origin}/`].includes(text)) return origin
    context.addIssue({ code: 'custom', message: 'no origin of a site with https' })
    return z.NEVER
  })

const NO_URL = { origin: '', hostname: '', protocol: '' }

/** Returns the sites in order of their names. They are asked for each time, so that one that is removed loses its right at once. */
export async function getEmbedOrigins(): Promise<string[]> {
  const known = await prisma.embedOrigin.findMany({ orderBy: { origin: 'asc' } })
  return known.map(({ origin }) => origin)
}

/** Adds a site; one that is known stays. */
export async function addEmbedOrigin(origin: string, by: Actor & { id: string }): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const data = [{ origin, addedBy: by.id }]
    const { count } = await transaction.embedOrigin.createMany({ data, skipDuplicates: true })
    if (count > 0) await recordEvent(by, 'origin-added', { details: { origin } }, transaction)
  })
}

/** Removes a site. @returns whether it was known */
export async function removeEmbedOrigin(origin: string, by: Actor): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.embedOrigin.deleteMany({ where: { origin } })
    if (count > 0) await recordEvent(by, 'origin-removed', { details: { origin } }, transaction)
    return count > 0
  })
}
