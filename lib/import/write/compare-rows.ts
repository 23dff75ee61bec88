import { isDeepStrictEqual } from 'node:util'

/** The differences between the rows of a file and those of the store. */
export interface RowChanges<Row> {
  added: Row[]
  changed: Row[]
  unchanged: number
}

/** Compares rows by key. Rows that only the store has are ignored. */
export function compareRows<Row>(given: Row[], stored: Row[], keyOf: (row: Row) => string): RowChanges<Row> {
  const storedByKey = new Map(stored.map((row) => [keyOf(row), row]))
  const added = given.filter((row) => !storedByKey.has(keyOf(row)))
  const changed = given.filter((row) => {
    const before = storedByKey.get(keyOf(row))
    return before !== undefined && !isDeepStrictEqual(before, row)
  })
  return { added, changed, unchanged: given.length - added.length - changed.length }
}
