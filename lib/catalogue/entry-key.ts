import type { EntryKind } from './catalogue-entry'
import type { CatalogueSection } from './catalogue-fields'
import type { CatalogueFile } from './catalogue-schema'

/** The kind of history entries of each section of the catalogue. */
export const ENTRY_KINDS = {
  markets: 'market',
  families: 'family',
  factors: 'factor',
  portfolios: 'portfolio',
  indices: 'market_index',
  reportIssues: 'report_issue',
  closures: 'closure',
  aliases: 'alias',
  components: 'component',
} as const satisfies Record<CatalogueSection, EntryKind>

/** Kinds of entries that are in the catalogue's history alone, without a table of their newest rows. */
export const TABLELESS = ['closure', 'alias', 'component'] as const satisfies EntryKind[]

type Row = CatalogueFile[CatalogueSection][number]

/** Returns the key of a row within its section. */
export function entryKey(row: Row): string {
  if ('weekEnd' in row) return row.weekEnd
  if ('oldCode' in row) return row.oldCode
  if ('component' in row) return row.component
  return 'code' in row ? row.code : closureKey(row)
}

/** Returns the key of a closure: "XSHG 2024-10-01". */
export function closureKey({ market, date }: { market: string; date: string }): string {
  return `${market} ${date}`
}
