/** What a spreadsheet would take for the beginning of a formula or a command. */
const FORMULA_START = /^[=+\-@\t\r\n]/

/** Text that a spreadsheet shows and never computes: an apostrophe is put before what could be a formula. */
export function harmlessText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}
