/** The column at a place from 0, as a workbook calls it: 27 is "column AB". */
export function columnPosition(place: number): string {
  let letters = ''
  for (let rest = place; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return `column ${letters}`
}
