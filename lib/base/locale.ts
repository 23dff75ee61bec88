/** The languages of the product; the first is the default. */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The name of each language in itself. */
export const LOCALE_NAMES: Record<Locale, string> = { zh: '中文', en: 'English' }

/** Returns the start of every address in a language: "" for the default language, "/en" for English. */
export function localePrefix(locale: Locale): string {
  return locale === LOCALES[0] ? '' : `/${locale}`
}

/**
 * Splits a path into its language and its page.
 * @example splitLocale('/en/factors') // { locale: 'en', path: '/factors' }
 */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [initial, ...others] = LOCALES
  const locale = others.find((each) => `${pathname}/`.startsWith(`${localePrefix(each)}/`))
  if (locale === undefined) return { locale: initial, path: pathname }
  return { locale, path: pathname.slice(localePrefix(locale).length) || '/' }
}

/** Returns the language that a reader can switch to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'zh' ? 'en' : 'zh'
}

/** Returns the language tag for `lang` and `hreflang`: Chinese is simplified. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : locale
}
