/** Characters that begin a formula or a command in a spreadsheet, which reads the full-width ones like the usual ones. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/

/** Adds an apostrophe to text that could be a formula, so that a spreadsheet shows it and never computes it. */
export function harmlessText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}
