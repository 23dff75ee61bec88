/** Returns the element id of a cell of table 1 or 2, the target of links from figures in texts. */
export function cellAnchor(cellId: string): string {
  return `cell-${cellId}`
}
