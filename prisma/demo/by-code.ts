/** Returns the row of that code. Throws a RangeError if it is missing, since the demo's tables have the same series. */
export function byCode<Row extends { code: string }>(rows: readonly Row[], code: string): Row {
  const row = rows.find((candidate) => candidate.code === code)
  if (row === undefined) throw new RangeError(`No row for ${code}`)
  return row
}
