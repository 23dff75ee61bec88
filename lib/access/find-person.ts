import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { newestAliases } from '@/lib/db/newest-aliases'
import { type Grants, type Reader, ROLES } from './reader-types'

const row = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  markets: z.array(z.string()),
  series: z.array(z.string()),
})

type PersonRow = z.infer<typeof row>

/** Returns the person of a session that has not expired; null without one, or when access was taken away. */
export async function findPerson(sessionToken: string): Promise<Reader | null> {
  const [person] = z.array(row).parse(await prisma.$queryRawUnsafe(OF_SESSION, sessionToken))
  if (person === undefined) return null
  const { id, name, role } = person
  return { kind: 'person', id, name, role, grants: await grantsOf(person), tokenScopes: null }
}

/** The columns of a person `person`, with the codes that are granted. */
export const PERSON_COLUMNS = `
  person.id, person.name, person.role::text as role,
  array(select code from access_grant where user_id = person.id and kind = 'market' order by code) as markets,
  array(select code from access_grant where user_id = person.id and kind = 'series' order by code) as series`

const OF_SESSION = `
  select ${PERSON_COLUMNS}
  from access_session as session
  join access_user as person on person.id = session.user_id
  where session.token = $1 and session.expires_at > now() and person.ended_at is null`

/** Returns what a client may see, by the newest codes of its series; null for every other role, which may see all. */
export async function grantsOf({
  role,
  markets,
  series,
}: Pick<PersonRow, 'role' | 'markets' | 'series'>): Promise<Grants | null> {
  if (role !== 'client') return null
  const { codes } = await newestAliases()
  return { markets, series: series.map((code) => codes.get(code) ?? code) }
}
