import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getDataVersion } from '@/lib/queries/get-data-version'
import { getFactorReturns } from '@/lib/queries/get-factor-returns'
import { getPortfolioReturns } from '@/lib/queries/get-portfolio-returns'
import { translatorFor } from '@/lib/translate'
import { versionStamp } from '@/lib/version-stamp'
import { barRows } from './bar-rows'
import type { FigureRequest, FigureRows } from './figure'
import { barNames, windowLabels } from './labels'
import { lineRows } from './line-rows'
import { type MeasuredSeries, measuredFactor, measuredPortfolio } from './measured-series'
import { getReportDays } from './report-days'
import { tradingWindows } from './trading-windows'

/**
 * The rows of one figure, as the store held them at the request's version.
 * @returns null when there is no such version, series, kind of figure for it, or week ending on `asOf`
 */
export async function getFigureRows(request: FigureRequest): Promise<FigureRows | null> {
  const days = await daysUpTo(request)
  const series = days && (await findSeries(request, days))
  if (!days || !series) return null
  const { kind, locale, convention, asOf } = request
  const t = translatorFor(locale)
  if (kind === 'legs' || kind === 'excess') {
    const labels = windowLabels(asOf, locale, t)
    return barRows({
      pair: series.primary,
      windows: tradingWindows(days),
      convention,
      labels,
      names: barNames(kind, t),
    })
  }
  const measure = kind === 'cumulative-excess' ? kind : 'relative-strength'
  return lineRows({ series, days, measure, label: t(`figures.${measure}`) })
}

async function daysUpTo({ version, stamp, asOf }: FigureRequest): Promise<string[] | null> {
  const stored = await getDataVersion(version)
  if (stored === null || versionStamp(stored) !== stamp) return null
  const known = await getReportDays(version)
  const days = known?.days.filter((day) => day <= asOf) ?? []
  return days.at(-1) === asOf ? days : null
}

/** A factor has relative strength and legs, a portfolio cumulative excess and excess, both an outline. */
async function findSeries(
  { kind, code, version, asOf }: FigureRequest,
  days: string[],
): Promise<MeasuredSeries | null> {
  const catalogue = await getCatalogue()
  const factor = catalogue.factors.find((entry) => entry.code === code)
  const portfolio = catalogue.portfolios.find((entry) => entry.code === code)
  const query = { version, to: asOf, codes: [code] }
  if (factor && (kind === 'relative-strength' || kind === 'legs' || kind === 'outline')) {
    return measuredFactor(factor, (await getFactorReturns(query))[0], days)
  }
  if (portfolio && (kind === 'cumulative-excess' || kind === 'excess' || kind === 'outline')) {
    return measuredPortfolio(portfolio, (await getPortfolioReturns(query))[0], days)
  }
  return null
}
