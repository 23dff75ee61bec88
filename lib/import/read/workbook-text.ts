/** Half a character of UTF-16 is none; everything else may be written by its number. */
const ESCAPE = /_x((?!d[89a-f])[0-9a-f]{4})_/gi

/**
 * A text of a workbook (ST_Xstring, ECMA-376 part 1, 22.9.2.19) without its escapes: "_x000D_" is a carriage return,
 * and "_x005F_" the underscore that keeps what follows from being one: "_x005F_x000D_" is the text "_x000D_".
 */
export function decodeWorkbookText(text: string): string {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
