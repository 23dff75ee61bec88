import type { Translator } from '@/lib/messages/translate'
import { type Catalogue, shortNameOf } from '@/lib/report/model/inputs'

/** Returns the name of a series or of a line of the market. */
export function seriesName(code: string, catalogue: Catalogue, t: Translator): string {
  if (code === 'universe') return t('market.universe')
  const [, ofFactor] = /^universe\.(.+)$/.exec(code) ?? []
  if (ofFactor !== undefined) return t('market.universeOf', { factor: shortNameOf(ofFactor, catalogue) })
  const index = catalogue.indices.find((entry) => entry.code === code)
  const ofPortfolio = catalogue.portfolios.find(({ benchmarkCode }) => benchmarkCode === code)
  return index?.name ?? ofPortfolio?.benchmarkName ?? shortNameOf(code, catalogue)
}
