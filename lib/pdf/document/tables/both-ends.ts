/** The two ends of a ranking, each from the highest to the lowest. */
export interface BothEnds<Row> {
  highest: Row[]
  lowest: Row[]
}

/**
 * Returns the rows with the highest and the lowest values. Of equal values the first row is the higher one; rows without a
 * value are left out.
 * @param most number of rows of both ends together, even
 * @throws RangeError when there are not more rows than that, which need no choice
 */
export function bothEnds<Row>(
  rows: readonly Row[],
  figureOf: (row: Row) => number | null,
  most: number,
): BothEnds<Row> {
  if (rows.length <= most) throw new RangeError(`${rows.length} rows need no choice of ${most}`)
  const known = rows.flatMap((row) => {
    const value = figureOf(row)
    return value === null ? [] : [{ row, value }]
  })
  const ranked = known.sort((a, b) => b.value - a.value).map(({ row }) => row)
  const half = most / 2
  return { highest: ranked.slice(0, half), lowest: ranked.slice(Math.max(half, ranked.length - half)) }
}
