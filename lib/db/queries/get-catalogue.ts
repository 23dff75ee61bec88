import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { type EntryKind, type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { findStamp } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { catalogueInScope } from '@/lib/db/queries/scope/catalogue-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'
import { asOfVersion } from './as-of-version'

export type { Catalogue }

interface Parameters {
  /** Data version as of which the catalogue is read. */
  version: number
}

/**
 * Returns what the current scope has of the catalogue as of a version: markets by code, all else by position. Every surface
 * learns here which markets and series there are. Kept, since only a rename changes a version, so it must not be changed.
 */
export async function getCatalogue({ version }: Parameters): Promise<Catalogue> {
  const scope = currentScope()
  const [stamp, { edition }] = await Promise.all([findStamp(version), newestAliases()])
  const read = async () => catalogueInScope(await readCatalogue(version), scope)
  // A version without a stamp is not loaded yet: what is true as of it may change.
  return stamp === null
    ? read()
    : ((await kept.get([version, stamp, edition, scopeHash(scope)].join(' '), read)) ?? read())
}

const KEPT_BYTES_MAX = 64_000_000
/** Bytes of an entry: about twenty fields, some of them sentences, and a copy for each language, which shares the texts. */
const ENTRY_BYTES = 4_000

const kept = new BoundedCache<Catalogue>(
  (catalogue) => ENTRY_BYTES * Object.values(catalogue).reduce((sum, entries) => sum + entries.length, 0),
  KEPT_BYTES_MAX,
)

/** After this number of entries, other requests are answered. */
const TURN_ENTRIES = 100

/** Reads the catalogue with one query. */
async function readCatalogue(version: number): Promise<Catalogue> {
  const rows = await storeAsOf(version).$queryRaw`
    select kind, entry
    from catalogue_entry
    where kind in ('market', 'family', 'factor', 'portfolio', 'market_index') and ${asOfVersion(version)}
    order by (entry ->> 'position')::int, key`
  const known = z.array(z.object({ kind: z.string(), entry: z.unknown() })).parse(rows)
  const ofKind = async <Kind extends EntryKind>(kind: Kind) => {
    const entries: EntryRow<Kind>[] = []
    for (const row of known) {
      if (row.kind !== kind) continue
      entries.push(entryRow(kind, row.entry))
      if (entries.length % TURN_ENTRIES === 0) await nextTurn()
    }
    return entries
  }
  return {
    markets: await ofKind('market'),
    families: await ofKind('family'),
    factors: await ofKind('factor'),
    portfolios: await ofKind('portfolio'),
    indices: await ofKind('market_index'),
  }
}
