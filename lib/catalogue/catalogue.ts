import type { EntryRow } from './catalogue-entry'

/** Fields as in the schema; dates are ISO dates. */
export interface Catalogue {
  markets: EntryRow<'market'>[]
  families: EntryRow<'family'>[]
  factors: EntryRow<'factor'>[]
  portfolios: EntryRow<'portfolio'>[]
  indices: EntryRow<'market_index'>[]
}
