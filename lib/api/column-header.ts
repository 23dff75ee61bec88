import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import zh from '@/lib/messages/zh.json'

type ColumnName = keyof typeof zh.api.columns

/** Returns the header of a column for people. @throws RangeError for a column without one */
export function columnHeader(name: string, locale: Locale): string {
  if (!isColumn(name)) throw new RangeError(`column ${name} has no head in lib/messages`)
  return translatorFor(locale)(`api.columns.${name}`)
}

function isColumn(name: string): name is ColumnName {
  return Object.hasOwn(zh.api.columns, name)
}
