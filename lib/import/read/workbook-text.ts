/** An escape may name any code unit of UTF-16 except a surrogate. */
const ESCAPE = /_x((?!d[89a-f])[0-9a-f]{4})_/gi

/**
 * Decodes the escapes of a workbook's text (ST_Xstring, ECMA-376 part 1, 22.9.2.19): "_x000D_" is a carriage return.
 * "_x005F_" is an underscore, so that "_x005F_x000D_" is the text "_x000D_".
 */
export function decodeWorkbookText(text: string): string {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
