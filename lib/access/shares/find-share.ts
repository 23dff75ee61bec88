import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { newestAliases } from '@/lib/db/newest-aliases'
import type { SharedEdition, SharedReading, SharedSeries } from '@/lib/scope/read-scope'
import type { Reader } from '../reader-types'

const row = z.object({
  id: z.string(),
  kind: z.enum(['edition', 'series']),
  market: z.string(),
  asOf: z.iso.date().nullable(),
  number: z.int().nullable(),
  series: z.string().nullable(),
  version: z.int(),
  stamp: z.string(),
  client: z.string(),
  expires: z.iso.date(),
  convention: z.string().nullable(),
  published: z.iso.date().nullable(),
  later: z.enum(['corrected', 'withdrawn']).nullable(),
})

type ShareRow = z.infer<typeof row>

/** Returns who reads by a link; null when it is unknown, expired or revoked. How often it was opened does not matter here. */
export async function findShareReader(id: string): Promise<Reader | null> {
  const [found] = z.array(row).parse(await prisma.$queryRawUnsafe(BY_ID, id))
  if (found === undefined) return null
  const shown = await shownBy(found)
  if (shown === null) return null
  const { client, market, version, stamp, expires } = found
  const share: SharedReading = { id, client, market, version, stamp, shown, expires }
  return { kind: 'share', id, name: client, role: 'client', grants: null, tokenScopes: null, share }
}

async function shownBy(found: ShareRow): Promise<SharedEdition | SharedSeries | null> {
  const { asOf, number, convention, published, later, series } = found
  if (found.kind === 'series') return series === null ? null : seriesShown(series)
  if (asOf === null || number === null || convention === null || published === null) return null
  return { kind: 'edition', asOf, number, convention, published, later }
}

async function seriesShown(shared: string): Promise<SharedSeries> {
  // A renamed series has its new code in every data version.
  const code = (await newestAliases()).codes.get(shared) ?? shared
  const isPortfolio = (await prisma.catalogueEntry.count({ where: { kind: 'portfolio', key: code } })) > 0
  return { kind: 'series', code, page: isPortfolio ? 'portfolios' : 'factors' }
}

const BY_ID = `
  select share.id, share.kind::text, share.market, to_char(share.as_of, 'YYYY-MM-DD') as "asOf", share.number, share.series,
    share.version, share.stamp, share.client, to_char(share.expires_at at time zone 'UTC', 'YYYY-MM-DD') as expires,
    edition.convention, to_char(edition.published_at at time zone 'UTC', 'YYYY-MM-DD') as published,
    (select later.state::text
     from edition as later
     where later.market = share.market and later.window_kind = 'week' and later.as_of = share.as_of
       and later.number > share.number
     order by later.number desc
     limit 1) as later
  from share_link as share
  left join edition on edition.market = share.market and edition.window_kind = 'week'
    and edition.as_of = share.as_of and edition.number = share.number
  where share.id = $1 and share.revoked_at is null and share.expires_at > now()`
