import { formatBounds, formatLimit } from '@/lib/base/format'
import type { PortfolioEntry } from '@/lib/report/model/inputs'
import { exposureText } from './exposure-text'
import { listPerPortfolio, perPortfolio, type Wording } from './per-portfolio'

/** Returns the optimisation constraints of the portfolios; names each portfolio where they differ. */
export function constraintTexts(entries: PortfolioEntry[], wording: Wording): string[] {
  if (entries.length === 0) return []
  const { t } = wording
  const each = (textOf: (entry: PortfolioEntry) => string) => perPortfolio(entries, textOf, wording)
  const list = (textOf: (entry: PortfolioEntry) => string) => listPerPortfolio(entries, textOf, wording)
  return [
    t('sections.stock', { max: list((entry) => formatLimit(entry.stockDeviationMax)) }),
    t('sections.exposures', {
      value: each((entry) => exposureText(entry.valueExposureMin, entry.valueExposureMax, t)),
      size: each((entry) => exposureText(entry.sizeExposureMin, entry.sizeExposureMax, t)),
      conventional: each((entry) => formatBounds(entry.conventionalExposureMin, entry.conventionalExposureMax)),
    }),
    t('sections.industry', { bound: list((entry) => industryBound(entry, wording)) }),
    t('sections.turnover', { max: list((entry) => formatLimit(entry.oneWayTurnoverMax)) }),
  ]
}

function industryBound({ industryDeviationMax }: PortfolioEntry, { t }: Wording): string {
  if (industryDeviationMax === 0) return t('sections.industryNeutral')
  return t('sections.industryMax', { max: formatLimit(industryDeviationMax) })
}
