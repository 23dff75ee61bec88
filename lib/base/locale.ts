/** The languages of the product; the first is the default. */
export const LOCALES = ['zh', 'en'] as const
export type Locale = (typeof LOCALES)[number]
