import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { PortfolioEntry } from '@/lib/report/model/inputs'
import { listed } from './wording'

/** The words of a report's language. */
export interface Wording {
  t: Translator
  locale: Locale
}

/** What holds for all portfolios, said once; where they differ, said for each by name: "（A 中性、B ±0.2）". */
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
