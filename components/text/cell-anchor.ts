/** The element id of a cell of table 1 or 2, which figures in running text lead to. */
export function cellAnchor(cellId: string): string {
  return `cell-${cellId}`
}
