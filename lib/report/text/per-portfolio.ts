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
 * Returns a common value once, and differing values with the names of the portfolios that have each, in brackets:
 * "（A 中性、B ±0.2）".
 */
export function perPortfolio<Entry extends PortfolioEntry>(
  entries: Entry[],
  textOf: (entry: Entry) => string,
  wording: Wording,
): string {
  const list = listPerPortfolio(entries, textOf, wording)
  return valuesOf(entries, textOf).size > 1 ? wording.t('sections.perPortfolio', { list }) : list
}

/** Returns the same without brackets, for the end of a text: "A 1%、B 0.5%", "A、C 1%；B、D 0.5%". */
export function listPerPortfolio<Entry extends PortfolioEntry>(
  entries: Entry[],
  textOf: (entry: Entry) => string,
  { t }: Wording,
): string {
  const names = valuesOf(entries, textOf)
  if (names.size <= 1) return [...names.keys()][0] ?? ''
  const shares = names.size < entries.length
  const items = [...names].map(([text, own]) => t('sections.perItem', { name: listed(t, own, 'figures'), text }))
  return shares ? items.join(t('keyPoints.semicolon')) : listed(t, items, 'figures')
}

/** Returns the names of the portfolios by their value, the first portfolio's value first. */
function valuesOf<Entry extends PortfolioEntry>(entries: Entry[], textOf: (entry: Entry) => string) {
  const names = new Map<string, string[]>()
  for (const entry of entries) names.set(textOf(entry), [...(names.get(textOf(entry)) ?? []), entry.shortName])
  return names
}
