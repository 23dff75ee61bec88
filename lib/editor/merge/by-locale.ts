import type { Locale } from '@/lib/base/locale'

/** Makes a value of each language. */
export function byLocale<Value>(make: (locale: Locale) => Value): Record<Locale, Value> {
  return { zh: make('zh'), en: make('en') }
}
