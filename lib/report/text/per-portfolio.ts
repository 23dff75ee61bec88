import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { PortfolioEntry } from '@/lib/report/model/inputs'
import { listed } from './wording'

/** Functions for the words of a report's language. */
export interface Wording {
  t: Translator
  locale: Locale
}

/** Returns a common value once, and differing values with the names of the portfolios: "（A 中性、B ±0.2）". */
export function perPortfolio<Entry extends PortfolioEntry>(
  entries: Entry[],
  textOf: (entry: Entry) => string,
  { t }: Wording,
): string {
  const texts = entries.map(textOf)
  const [first = ''] = texts
  if (texts.every((text) => text === first)) return first
  const named = entries.map((entry) => t('sections.perItem', { name: entry.shortName, text: textOf(entry) }))
  return t('sections.perPortfolio', { list: listed(t, named, 'figures') })
}
