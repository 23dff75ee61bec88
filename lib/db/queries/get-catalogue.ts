import { z } from 'zod'
import { type EntryKind, type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { prisma } from '@/lib/db/client'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version as of which the catalogue is read. */
  version: number
}

/** Fields as in the schema; dates are ISO dates. */
export interface Catalogue {
  markets: EntryRow<'market'>[]
  families: EntryRow<'family'>[]
  factors: EntryRow<'factor'>[]
  portfolios: EntryRow<'portfolio'>[]
}

/** Returns the catalogue as of a version, with one query: markets by code, all else by position. */
export async function getCatalogue({ version }: Parameters): Promise<Catalogue> {
  const rows = await prisma.$queryRaw`
    select kind, entry
    from catalogue_entry
    where kind in ('market', 'family', 'factor', 'portfolio') and ${asOfVersion(version)}
    order by (entry ->> 'position')::int, key`
  const known = z.array(z.object({ kind: z.string(), entry: z.unknown() })).parse(rows)
  const ofKind = <Kind extends EntryKind>(kind: Kind) =>
    known.filter((row) => row.kind === kind).map(({ entry }) => entryRow(kind, entry))
  return {
    markets: ofKind('market'),
    families: ofKind('family'),
    factors: ofKind('factor'),
    portfolios: ofKind('portfolio'),
  }
}
