/** Tables of the store as of a version, in the form that the importer reads. */
import { type CatalogueSection, SECTIONS } from '@/lib/catalogue/catalogue-fields'
import { KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'

export type StoreTableName = CatalogueSection | ReturnKind

export type StoreCell = string | number | null

export interface StoreColumn {
  name: string
  /** Dates are ISO dates. */
  type: 'text' | 'number' | 'date'
}

export interface StoreTable {
  columns: StoreColumn[]
  /** The rows in pieces. Daily tables have one piece for each series, by code, with rows by date. */
  pieces: AsyncIterable<StoreCell[][]>
}

/** The tables in the order in which they can be loaded. */
export const STORE_TABLES: readonly StoreTableName[] = [...SECTIONS, ...KINDS]

export function isDaily(name: StoreTableName): name is ReturnKind {
  return KINDS.some((kind) => kind === name)
}
