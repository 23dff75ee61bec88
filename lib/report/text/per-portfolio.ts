import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { PortfolioEntry } from '@/lib/report/model/inputs'
import { listed } from './wording'

/** Functions for the words of a report's language. */
export interface Wording {
  t: Translator
  locale: Locale
}

/**
 * Returns a common value once, and differing values with the names of the portfolios that have each: "（A 中性、B ±0.2）",
 * "（A、C 1%；B、D 0.5%）".
 */
export function perPortfolio<Entry extends PortfolioEntry>(
  entries: Entry[],
  textOf: (entry: Entry) => string,
  { t }: Wording,
): string {
  const names = new Map<string, string[]>()
  for (const entry of entries) names.set(textOf(entry), [...(names.get(textOf(entry)) ?? []), entry.shortName])
  if (names.size <= 1) return [...names.keys()][0] ?? ''
  const shares = names.size < entries.length
  const items = [...names].map(([text, own]) => t('sections.perItem', { name: listed(t, own, 'figures'), text }))
  const list = shares ? items.join(t('keyPoints.semicolon')) : listed(t, items, 'figures')
  return t('sections.perPortfolio', { list })
}
