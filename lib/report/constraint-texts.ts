import { formatBounds, formatLimit } from '@/lib/format'
import type { Translator } from '@/lib/translate'
import type { Locale } from '@/lib/view'
import { exposureText } from './exposure-text'
import { type PortfolioEntry, shortNameIn } from './inputs'
import { listed } from './wording'

/** The constraints that all portfolios share, with what differs named for each. */
export function constraintTexts(entries: PortfolioEntry[], { t, locale }: { t: Translator; locale: Locale }): string[] {
  const [first] = entries
  if (!first) return []
  const sizes = entries.map((entry) => ({
    name: shortNameIn(locale, entry),
    bound: exposureText(entry.sizeExposureMin, entry.sizeExposureMax, t),
  }))
  const sameSize = sizes.every((size) => size.bound === sizes[0]?.bound)
  const perPortfolio = listed(
    t,
    sizes.map((size) => t('sections.sizeItem', size)),
    'figures',
  )
  return [
    t('sections.stock', { max: formatLimit(first.stockDeviationMax) }),
    t('sections.exposures', {
      value: exposureText(first.valueExposureMin, first.valueExposureMax, t),
      size: sameSize ? (sizes[0]?.bound ?? '') : t('sections.sizePer', { list: perPortfolio }),
      conventional: formatBounds(first.conventionalExposureMin, first.conventionalExposureMax),
    }),
    t('sections.industry', {
      bound:
        first.industryDeviationMax === 0
          ? t('sections.industryNeutral')
          : t('sections.industryMax', { max: formatLimit(first.industryDeviationMax) }),
    }),
    t('sections.turnover', { max: formatLimit(first.oneWayTurnoverMax) }),
  ]
}
