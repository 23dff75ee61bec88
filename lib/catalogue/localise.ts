import type { Locale } from '@/lib/base/locale'

/** Fields of which an entry has one in each language, without their ending: `name` for `nameZh` and `nameEn`. */
type TextName<Field> = Field extends `${infer Name}Zh` ? Name : never

/** An entry with one text in place of each pair of texts. */
export type Localised<Entry> = {
  [Field in keyof Entry as Field extends `${string}${'Zh' | 'En'}` ? never : Field]: Entry[Field]
} & {
  [Field in keyof Entry as TextName<Field>]: Entry[Field]
}

const ENDINGS: Record<Locale, string> = { zh: 'Zh', en: 'En' }

/**
 * Returns an entry in the reader's language: `name` is its `nameZh` or its `nameEn`, and so is each other pair of texts.
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
