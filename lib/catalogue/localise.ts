import type { Locale } from '@/lib/base/locale'

/** Names of fields that exist in each language, without suffix: `name` for `nameZh` and `nameEn`. */
type TextName<Field> = Field extends `${infer Name}Zh` ? Name : never

/** An entry with one text instead of each pair of texts. */
export type Localised<Entry> = {
  [Field in keyof Entry as Field extends `${string}${'Zh' | 'En'}` ? never : Field]: Entry[Field]
} & {
  [Field in keyof Entry as TextName<Field>]: Entry[Field]
}

const ENDINGS: Record<Locale, string> = { zh: 'Zh', en: 'En' }

/**
 * Returns an entry in the reader's language: `name` is its `nameZh` or `nameEn`, and so on for each pair of texts.
 * @example localise({ code: 'CN', nameZh: '中国', nameEn: 'China' }, 'en') // { code: 'CN', name: 'China' }
 */
export function localise<Entry extends object>(entry: Entry, locale: Locale): Localised<Entry> {
  const fields = Object.entries(entry).flatMap(([field, value]): [string, unknown][] => {
    const ending = Object.values(ENDINGS).find((each) => field.endsWith(each))
    if (ending === undefined) return [[field, value]]
    return ending === ENDINGS[locale] ? [[field.slice(0, -ending.length), value]] : []
  })
  return Object.fromEntries(fields) as Localised<Entry>
}
