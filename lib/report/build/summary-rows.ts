import { absoluteReturns } from '@/lib/analysis/absolute-returns'
import { coefficientMeans } from '@/lib/analysis/coefficient-means'
import { seriesHistory } from '@/lib/analysis/history'
import { measure } from '@/lib/analysis/measure'
import { type MeasuredSeries, measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { standing } from '@/lib/analysis/standing'
import { excessRisk } from '@/lib/analysis/statistics/line-risk'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import { yearSpark } from '@/lib/analysis/year-spark'
import { signOf } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { FactorRow, FamilyGroup, MissingNote, PortfolioRow } from '@/lib/report/model/report'
import { exposureText } from '@/lib/report/text/exposure-text'

/** Inputs from which series are aligned with trading days. */
interface MeasuredInputs extends Pick<ReportInputs, 'factorReturns' | 'portfolioReturns' | 'days'> {
  catalogue: { factors: DatedEntry[]; portfolios: DatedEntry[] }
}

interface DatedEntry {
  code: string
  inception: string
  ended: string | null
}

/** Returns the series of a report, aligned with its trading days, by code. */
export function measuredSeries({ catalogue, factorReturns, portfolioReturns, days }: MeasuredInputs) {
  const factors = new Map(factorReturns.map((raw) => [raw.code, raw]))
  const portfolios = new Map(portfolioReturns.map((raw) => [raw.code, raw]))
  return {
    factors: catalogue.factors.map((entry) => measuredFactor(entry, factors.get(entry.code), days)),
    portfolios: catalogue.portfolios.map((entry) => measuredPortfolio(entry, portfolios.get(entry.code), days)),
  }
}

interface RowContext extends Pick<ReportInputs, 'locale' | 'convention' | 'coefficients'> {
  windows: TradingWindows
  notes: MissingNote[]
  /** Trading days by which the market annualises. */
  daysPerYear: number
  t: Translator
}

/** Returns a row of table 1: long-short return, long excess and information coefficients of a factor. */
export function factorRow(entry: FactorEntry, series: MeasuredSeries, context: RowContext): FactorRow {
  const { windows, convention } = context
  if (!series.excess) throw new TypeError(`${entry.code} is a factor without a benchmark`)
  const periods = windows.winPeriods.factor
  return {
    ...rowHead(entry, series, context),
    standing: standing({ id: `${entry.code}.longShort`, series, windows, convention }),
    primary: measure({ id: `${entry.code}.longShort`, pair: series.primary, windows, periods, convention }),
    longExcess: measure({ id: `${entry.code}.longExcess`, pair: series.excess, windows, periods, convention }),
    coefficients: coefficientMeans(context.coefficients.filter(({ code }) => code === entry.code)),
  }
}

/** Returns a row of table 2: excess of a portfolio over its index. */
export function portfolioRow(entry: PortfolioEntry, series: MeasuredSeries, context: RowContext): PortfolioRow {
  const { windows, convention, t } = context
  const periods = windows.winPeriods.portfolio
  return {
    ...rowHead(entry, series, context),
    standing: standing({ id: `${entry.code}.excess`, series, windows, convention }),
    primary: measure({ id: `${entry.code}.excess`, pair: series.primary, windows, periods, convention }),
    absolute: absoluteReturns(`${entry.code}.absolute`, series.primary.leg, windows),
    risk: excessRisk(seriesHistory('portfolio', series, windows.days, context.daysPerYear)),
    longExcess: null,
    coefficients: null,
    benchmark: entry.benchmarkName,
    sizeExposure: exposureText(entry.sizeExposureMin, entry.sizeExposureMax, t),
  }
}

/** A factor with its figure of the week. */
interface WeekFigure {
  code: string
  primary: { week: { value: number | null } }
}

/** Groups factor rows by family; leaves out families without factors. */
export function familyGroups<Row extends WeekFigure>(
  { families, factors }: Pick<ReportInputs['catalogue'], 'families' | 'factors'>,
  rows: Row[],
): FamilyGroup<Row>[] {
  const familyOf = new Map(factors.map(({ code, familyCode }) => [code, familyCode]))
  const byFamily = new Map<string | undefined, Row[]>()
  for (const row of rows) {
    const family = familyOf.get(row.code)
    const members = byFamily.get(family)
    if (members) members.push(row)
    else byFamily.set(family, [row])
  }
  return families
    .map((family) => {
      const members = byFamily.get(family.code) ?? []
      const count = (sign: string) => members.filter((row) => signOf(row.primary.week.value) === sign).length
      return { code: family.code, name: family.name, up: count('up'), down: count('down'), rows: members }
    })
    .filter((group) => group.rows.length > 0)
}

function rowHead(entry: FactorEntry | PortfolioEntry, series: MeasuredSeries, { windows, notes }: RowContext) {
  return {
    code: entry.code,
    number: entry.position,
    name: entry.name,
    shortName: entry.shortName,
    spark: yearSpark(series.primary, windows),
    noteLetter: notes.find(({ code }) => code === entry.code)?.letter ?? null,
  }
}
