/** Names the column at an index from 0 as a workbook does: 27 is "column AB". */
export function columnPosition(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return `column ${letters}`
}
