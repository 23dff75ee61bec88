/** The store as of a version as tables, in the form in which the importer reads them again. */
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
  /** The rows in pieces: of daily tables one series after the other by code, each by date. */
  pieces: AsyncIterable<StoreCell[][]>
}

/** In the order in which they can be loaded. */
export const STORE_TABLES: readonly StoreTableName[] = [...SECTIONS, ...KINDS]

export function isDaily(name: StoreTableName): name is ReturnKind {
  return KINDS.some((kind) => kind === name)
}
