import { entryColumns } from '@/lib/catalogue/catalogue-entry'
import { type CompleteCatalogue, POSITION_MAX } from '@/lib/catalogue/catalogue-schema'
import { entryKey } from '@/lib/catalogue/entry-key'
import type { RowCounts } from '@/lib/import/outcome/import-outcome'
import { compareRows, type RowChanges } from './compare-rows'
import type { Execute } from './load'

type Row<Section extends keyof CompleteCatalogue> = CompleteCatalogue[Section][number]

export type CatalogueChanges = { [Section in keyof CompleteCatalogue]: RowChanges<Row<Section>> }

export function compareCatalogues(file: CompleteCatalogue, stored: CompleteCatalogue): CatalogueChanges {
  return {
    markets: compareRows(file.markets, stored.markets, entryKey),
    families: compareRows(file.families, stored.families, entryKey),
    factors: compareRows(file.factors, stored.factors, entryKey),
    portfolios: compareRows(file.portfolios, stored.portfolios, entryKey),
    indices: compareRows(file.indices, stored.indices, entryKey),
    reportIssues: compareRows(file.reportIssues, stored.reportIssues, entryKey),
    closures: compareRows(file.closures, stored.closures, entryKey),
    aliases: compareRows(file.aliases, stored.aliases, entryKey),
    components: compareRows(file.components, stored.components, entryKey),
  }
}

export function countChanges(changes: CatalogueChanges): RowCounts {
  const counts = { rowsNew: 0, rowsRestated: 0, rowsUnchanged: 0 }
  for (const { added, changed, unchanged } of Object.values(changes)) {
    counts.rowsNew += added.length
    counts.rowsRestated += changed.length
    counts.rowsUnchanged += unchanged
  }
  return counts
}

/**
 * Writes new and changed rows, in this order: factors refer to families and markets, portfolios to factors. Closures,
 * aliases and components are in the catalogue's history alone.
 */
export async function writeCatalogue(execute: Execute, changes: CatalogueChanges): Promise<void> {
  for (const { section, table, key } of TABLES) {
    const { added, changed } = changes[section]
    if (section !== 'markets' && section !== 'reportIssues') await moveAside(execute, table, changed.map(entryKey))
    const rows = [...changed, ...added].map(entryColumns)
    if (rows[0] !== undefined) await execute(upsert(table, key, Object.keys(rows[0])), [JSON.stringify(rows)])
  }
}

const TABLES = [
  { section: 'markets', table: 'market', key: 'code' },
  { section: 'families', table: 'family', key: 'code' },
  { section: 'factors', table: 'factor', key: 'code' },
  { section: 'portfolios', table: 'portfolio', key: 'code' },
  { section: 'indices', table: 'market_index', key: 'code' },
  { section: 'reportIssues', table: 'report_issue', key: 'week_end' },
] as const

/**
 * Moves changed rows to temporary positions. Positions are always unique; without this, two rows could not swap theirs.
 */
async function moveAside(execute: Execute, table: string, codes: string[]): Promise<void> {
  await execute(`update ${table} set position = position + ${POSITION_MAX} where code = any($1)`, [codes])
}

/** Returns the statement that writes rows, given as one JSON text, over those with the same key. */
function upsert(table: string, key: string, columns: string[]): string {
  const named = columns.join(', ')
  return `
    insert into ${table} (${named})
    select ${named} from jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${key}) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`
}
