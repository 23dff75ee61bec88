import { type Comparison, compareSeries } from '@/lib/analysis/comparison'
import type { KnownContributions } from '@/lib/analysis/contributions/contribution-table'
import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { periodBetween } from '@/lib/analysis/periods'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { firstDayOfWeek } from '@/lib/base/dates'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { splitAtEnd } from '@/lib/catalogue/split-at-end'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getLocalisedComponents } from '@/lib/db/queries/get-localised-components'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { ALL_FACTORS, type FigureRequest } from './figure-request'
import { type FigureSources, figureRows } from './figure-rows'
import { getFigureContext } from './get-figure-context'
import type { FigureRows } from './kinds/figure-kind'
import { FIGURES } from './registry'
import type { FactorReturns } from './rows/row-sources'
import type { ComparisonTerms } from './rows/terms'

/**
 * Returns the rows of one figure, as of the request's version; null when the version, the series or the kind of figure
 * does not exist for it, no week ends on `asOf`, or the terms are not exactly trading days of the series.
 */
export async function getFigureRows(request: FigureRequest): Promise<FigureRows | null> {
  if ((await getVersionStamp(request.version)) !== request.stamp) return null
  const [context, sources] = await Promise.all([getFigureContext(request), getSources(request)])
  return figureRows(request.kind, sources, context)
}

async function getSources(request: FigureRequest): Promise<FigureSources> {
  const { of } = FIGURES[request.kind].source
  if (of === 'factors') {
    const factors = await factorsOf(request)
    return factors.length > 0 ? { factors } : {}
  }
  if (of === 'comparison' || of === 'pair') {
    const comparison = await comparisonOf(request)
    return comparison ? { comparison } : {}
  }
  const { version, code, asOf, terms } = request
  const [history] = await getSeriesHistories({ version, codes: [code], asOf })
  if (history?.days.at(-1) !== asOf) return {}
  if (!terms) return { history }
  const span = exactSpan(history, terms)
  const needsCoefficients = of === 'coefficients' && span !== null
  return {
    history,
    span,
    ...(of === 'contributions' && { contributions: await contributionsOf(request, terms) }),
    ...(needsCoefficients && { coefficients: await getFactorQuality({ version, code, to: terms.to }) }),
  }
}

async function contributionsOf(
  { version, code, locale }: FigureRequest,
  { from, to }: ComparisonTerms,
): Promise<KnownContributions> {
  const [own] = await getContributions({ version, codes: [code], from, to })
  return { days: own?.days ?? [], components: await getLocalisedComponents({ version, locale }) }
}

/** Returns the period of the terms; null when they are not exactly trading days since the series' inception. */
function exactSpan(history: SeriesHistory, { from, to }: ComparisonTerms): Span | null {
  const span = periodBetween(history, from, to)
  return span && history.days[span.from] === from && history.days[span.to - 1] === to ? span : null
}

async function comparisonOf({ code, version, asOf, terms }: FigureRequest): Promise<Comparison | undefined> {
  const codes = code.split(',')
  if (!terms || asOf !== terms.to) return undefined
  const histories = await getSeriesHistories({ version, codes, asOf })
  if (histories.length !== codes.length) return undefined
  const comparison = compareSeries(histories, terms)
  return comparison?.days[0] === terms.from && comparison.days.at(-1) === terms.to ? comparison : undefined
}

/** Returns long-short returns of every factor of the week, in the market in the code; empty for a market without factors. */
async function factorsOf({ code, version, asOf, locale, convention }: FigureRequest): Promise<FactorReturns[]> {
  const [all, ...market] = code.split('.')
  const known = all === ALL_FACTORS ? await getReportDays(version, market.join('.') || undefined) : null
  const days = known?.days.filter((day) => day <= asOf)
  if (!known || days?.at(-1) !== asOf) return []
  const [catalogue, returns] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    getReturns('factor_returns', { version, to: asOf }),
  ])
  const { factors } = splitAtEnd(catalogueForMarket(catalogue, known.market), firstDayOfWeek(days, asOf)).inWeek
  const windows = tradingWindows(days)
  const byCode = new Map(returns.map((raw) => [raw.code, raw]))
  return factors.map((entry) => {
    const { primary } = measuredFactor(entry, byCode.get(entry.code), days)
    const over = (span: Span) => spreadOver(primary, span, convention)
    const spreads = { week: over(windows.week), month: over(windows.month), year: over(windows.year) }
    return { number: entry.position, name: entry.shortName, ...spreads }
  })
}
