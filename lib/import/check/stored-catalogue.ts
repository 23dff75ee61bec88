import { z } from 'zod'
import { CLOSURE_LIST, readClosureList } from '@/lib/calendar/closure-list'
import { type EntryKind, entryRow } from '@/lib/catalogue/catalogue-entry'
import type { CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { ENTRY_KINDS } from '@/lib/catalogue/entry-key'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'

const row = z.object({ kind: z.enum(ENTRY_KINDS), entry: z.unknown() })
const closureRow = z.tuple([z.object({ closures: z.string().nullable() })])

/** Reads the catalogue of the store in the form of a catalogue file, from its history. */
export async function readStoredCatalogue(query: Query): Promise<CompleteCatalogue> {
  const rows = z.array(row).parse(await query(ENTRIES, []))
  const [{ closures }] = closureRow.parse(await query(CLOSURES, []))
  const section = <Kind extends EntryKind>(kind: Kind) =>
    rows.filter((own) => own.kind === kind).map(({ entry }) => entryRow(kind, entry))
  return {
    markets: section('market'),
    families: section('family'),
    factors: section('factor'),
    portfolios: section('portfolio'),
    indices: section('market_index'),
    reportIssues: section('report_issue'),
    closures: readClosureList(closures),
    aliases: section('alias'),
    components: section('component'),
  }
}

const ENTRIES = `
  select kind, entry from catalogue_entry where kind <> 'closure' and until_version = ${STILL_TRUE} order by kind, key`

const CLOSURES = `
  select ${CLOSURE_LIST} as closures from catalogue_entry where kind = 'closure' and until_version = ${STILL_TRUE}`
