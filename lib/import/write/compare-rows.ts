import { isDeepStrictEqual } from 'node:util'

/** How the rows of a file differ from those of the store. */
export interface RowChanges<Row> {
  added: Row[]
  changed: Row[]
  unchanged: number
}

/** Rows are the same when their keys are; rows that only the store has are left alone. */
export function compareRows<Row>(given: Row[], stored: Row[], keyOf: (row: Row) => string): RowChanges<Row> {
  const storedByKey = new Map(stored.map((row) => [keyOf(row), row]))
  const added = given.filter((row) => !storedByKey.has(keyOf(row)))
  const changed = given.filter((row) => {
    const before = storedByKey.get(keyOf(row))
    return before !== undefined && !isDeepStrictEqual(before, row)
  })
  return { added, changed, unchanged: given.length - added.length - changed.length }
}
