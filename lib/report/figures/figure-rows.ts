import { spreadOver } from '@/lib/analysis/measure'
import { type MeasuredSeries, measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { getReportDays, type ReportDays } from '@/lib/analysis/report-days'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getFactorReturns } from '@/lib/db/queries/get-factor-returns'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getPortfolioReturns } from '@/lib/db/queries/get-portfolio-returns'
import { getVersionStamp } from '@/lib/db/queries/get-version-stamp'
import { barRows } from '@/lib/figures/bar-rows'
import {
  ALL_FACTORS,
  type FactorRows,
  type FactorsKind,
  type FigureKind,
  type FigureRequest,
  type ReportRows,
  SHEET_FIGURES,
  type SheetRequest,
} from '@/lib/figures/figure'
import { lineRows } from '@/lib/figures/line-rows'
import { translatorFor } from '@/lib/messages/translate'
import { factorRows } from '@/lib/report/build/factor-rows'
import { barNames, windowLabels } from '@/lib/report/text/labels'

type Shown = Omit<FigureRequest, 'kind' | 'code'>

/**
 * The rows of one figure, as the store held them at the request's version.
 * @returns null when there is no such version, series, kind of figure for it, or week ending on `asOf`
 */
export async function getFigureRows({ kind, code, ...shown }: FigureRequest): Promise<ReportRows | null> {
  if (kind === 'week-columns' || kind === 'week-scatter') return rowsOfAll(kind, code, shown)
  const { factors, portfolios } = await getCatalogue({ version: shown.version })
  const entry = [...factors, ...portfolios].find((candidate) => candidate.code === code)
  const days = entry ? await daysUpTo(shown, entry.marketCode) : null
  const [series] = days ? await seriesOf([code], days, shown) : []
  if (!days || !series || !belongsTo(kind, series)) return null
  return rowsOf(series, kind, days, shown)
}

/**
 * The rows of the figures on one sheet, in the order of the report; null where a series has nothing to draw yet.
 * @returns null when there is no such version, part, or week ending on `asOf`
 */
export async function getSheetRows({ shape, part, ...shown }: SheetRequest): Promise<(ReportRows | null)[] | null> {
  const known = await reportDays(shown)
  const days = known && upTo(known, shown)
  if (!days) return null
  const { factors, portfolios } = catalogueForMarket(await getCatalogue({ version: shown.version }), known.market)
  const codes = [...factors, ...portfolios].map(({ code }) => code)
  const onSheet = await seriesOf(codes.slice(part * SHEET_FIGURES, (part + 1) * SHEET_FIGURES), days, shown)
  if (onSheet.length === 0) return null
  return onSheet.map((series) => rowsOf(series, kindOf(series, shape), days, shown))
}

/** Long-short returns of every factor. */
async function rowsOfAll(kind: FactorsKind, code: string, shown: Shown): Promise<FactorRows | null> {
  const { asOf, version, locale, convention } = shown
  const [all, ...market] = code.split('.')
  if (all !== ALL_FACTORS) return null
  const known = await reportDays(shown, market.length > 0 ? market.join('.') : undefined)
  const days = known && upTo(known, shown)
  if (!days) return null
  const [catalogue, returns] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    getFactorReturns({ version, to: asOf }),
  ])
  const { factors } = catalogueForMarket(catalogue, known.market)
  if (factors.length === 0) return null
  const windows = tradingWindows(days)
  const byCode = new Map(returns.map((raw) => [raw.code, raw]))
  const points = factors.map((entry) => {
    const { primary } = measuredFactor(entry, byCode.get(entry.code), days)
    const over = (span: Span) => spreadOver(primary, span, convention)
    const spreads = { week: over(windows.week), month: over(windows.month), year: over(windows.year) }
    return { number: entry.position, name: entry.shortName, ...spreads }
  })
  return factorRows(kind, points, windowLabels(asOf, locale, translatorFor(locale)))
}

async function reportDays({ version, stamp }: Shown, market?: string): Promise<ReportDays | null> {
  return (await getVersionStamp(version)) === stamp ? getReportDays(version, market) : null
}

async function daysUpTo(shown: Shown, market: string): Promise<string[] | null> {
  const known = await reportDays(shown, market)
  return known && upTo(known, shown)
}

/** null where no week ends on the as-of date. */
function upTo({ days }: ReportDays, { asOf }: Shown): string[] | null {
  const known = days.filter((day) => day <= asOf)
  return known.at(-1) === asOf ? known : null
}

/** The series of these codes, factors before portfolios, each in the order of the report. */
async function seriesOf(codes: string[], days: string[], { version, asOf }: Shown): Promise<MeasuredSeries[]> {
  const query = { version, to: asOf, codes }
  const [catalogue, factorReturns, portfolioReturns] = await Promise.all([
    getCatalogue({ version }),
    getFactorReturns(query),
    getPortfolioReturns(query),
  ])
  const isAsked = ({ code }: { code: string }) => codes.includes(code)
  return [
    ...catalogue.factors.filter(isAsked).map((entry) =>
      measuredFactor(
        entry,
        factorReturns.find(({ code }) => code === entry.code),
        days,
      ),
    ),
    ...catalogue.portfolios.filter(isAsked).map((entry) =>
      measuredPortfolio(
        entry,
        portfolioReturns.find(({ code }) => code === entry.code),
        days,
      ),
    ),
  ]
}

/** A factor has relative strength and legs, a portfolio cumulative excess and excess, both an outline. */
function belongsTo(kind: FigureKind, series: MeasuredSeries): boolean {
  return kind === 'outline' || kind === kindOf(series, 'lines') || kind === kindOf(series, 'bars')
}

function kindOf({ excess }: MeasuredSeries, shape: SheetRequest['shape']): FigureKind {
  if (shape === 'lines') return excess ? 'relative-strength' : 'cumulative-excess'
  return excess ? 'legs' : 'excess'
}

function rowsOf(series: MeasuredSeries, kind: FigureKind, days: string[], shown: Shown): ReportRows | null {
  const t = translatorFor(shown.locale)
  if (kind === 'legs' || kind === 'excess') {
    const labels = windowLabels(shown.asOf, shown.locale, t)
    const windows = tradingWindows(days)
    return barRows({ pair: series.primary, windows, convention: shown.convention, labels, names: barNames(kind, t) })
  }
  const measure = kind === 'cumulative-excess' ? kind : 'relative-strength'
  return lineRows({ series, days, measure, label: t(`figures.${measure}`) })
}
