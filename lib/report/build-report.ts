import { isoWeekOf } from '@/lib/dates'
import { formatPerMille } from '@/lib/format'
import { translatorFor } from '@/lib/translate'
import { dataQuality } from './data-quality'
import { headline } from './headline'
import { type Catalogue, type FactorEntry, nameIn, type PortfolioEntry, type ReportInputs } from './inputs'
import { keyPoints } from './key-points/key-points'
import { pastWeeks } from './key-points/past-weeks'
import { windowLabels } from './labels'
import type { MeasuredSeries } from './measured-series'
import { missingNotes } from './missing-notes'
import { perPortfolio, type Wording } from './per-portfolio'
import { plainList } from './plain-list'
import type { FactorRow, PortfolioRow, Report, ReportIssueText, ReportWeek, Section, SummaryRow } from './report'
import { factorSection, portfolioSection, riskSection, type SectionContext, sourceText } from './sections'
import { factorRow, familyGroups, measuredSeries, portfolioRow } from './summary-rows'
import { type TradingWindows, tradingWindows } from './trading-windows'
import { weekBefore } from './week-before'
import { weekStrip } from './week-strip'
import { withRanks } from './with-ranks'

const STRIP_WEEKS = 52

interface Part<Entry, Row> {
  entry: Entry
  series: MeasuredSeries
  row: Row
}

/** The report of one week: a pure function of what the store held. */
export function buildReport(inputs: ReportInputs): Report {
  const { locale, convention, version, isDemo, publisher } = inputs
  const catalogue = reported(inputs)
  const t = translatorFor(locale)
  const windows = tradingWindows(inputs.days)
  const labels = windowLabels(windows.asOf, locale, t)
  const series = measuredSeries({ ...inputs, catalogue })
  const all = [...zip(catalogue.factors, series.factors), ...zip(catalogue.portfolios, series.portfolios)]
  const named = all.map((part) => ({ series: part.series, name: nameIn(locale, part.entry) }))
  const notes = missingNotes(named, windows, t)
  const context = { locale, convention, windows, notes, isDemo, publisher, labels, t }
  const factors = zip(catalogue.factors, series.factors).map((part) => ({
    ...part,
    row: factorRow(part.entry, part.series, context),
  }))
  const portfolios = zip(catalogue.portfolios, series.portfolios).map((part) => ({
    ...part,
    row: portfolioRow(part.entry, part.series, context),
  }))
  const table1 = familyGroups(
    inputs,
    rankedRows(
      inputs,
      factors.map(({ row }) => row),
    ),
  )
  const table2 = rankedRows(
    inputs,
    portfolios.map(({ row }) => row),
  )
  const rows = table1.flatMap((family) => family.rows)
  return {
    version,
    locale,
    convention,
    week: reportWeek(windows),
    markets: marketsOf(inputs),
    issue: issueText(inputs),
    isDemo,
    headline: headline(table1, locale, t),
    keyPoints: keyPoints({
      families: table1,
      factors: rows,
      portfolios: table2,
      labels,
      past: new Map(all.map((part) => [part.series.code, pastWeeks(part.series, windows, convention)])),
      locale,
      t,
    }),
    plainList: plainList({ factors: rows, portfolios: table2, labels }, t),
    table1,
    table2,
    table2Note: table2Note(catalogue.portfolios, context),
    missingNotes: notes,
    dataQuality: dataQuality(named, { windows, convention, ...restated(inputs), t }),
    weekBefore: weekBefore(
      { factors: rows, windows, labels, source: sourceText(inputs, t), market: unusualMarket(inputs) },
      t,
    ),
    sections: sections(inputs, factors, portfolios, context),
    weekStrip: weekStrip(series.factors, windows, convention, STRIP_WEEKS),
    labels,
  }
}

/** The entries that the report is about: all of them, or the one that it is asked for. */
function reported({ catalogue, only }: ReportInputs): Catalogue {
  if (only === null) return catalogue
  const isAsked = ({ code }: { code: string }) => code === only
  return { ...catalogue, factors: catalogue.factors.filter(isAsked), portfolios: catalogue.portfolios.filter(isAsked) }
}

/** One series alone has no place among others. */
function rankedRows<Row extends SummaryRow>({ only }: ReportInputs, rows: Row[]): Row[] {
  return only === null ? withRanks(rows) : rows
}

/** Unit, cost and rebalancing of the portfolios. */
function table2Note(entries: PortfolioEntry[], wording: Wording): string {
  const { t } = wording
  if (entries.length === 0) return t('tables.unit')
  return t('tables.table2Unit', {
    cost: perPortfolio(entries, (entry) => formatPerMille(entry.roundTripCostBps), wording),
    rebalance: perPortfolio(entries, (entry) => t(`sections.rebalance-${entry.rebalance}`), wording),
  })
}

/** Factors in report order, two figures each; then the portfolios; then the risks. */
function sections(
  { catalogue, locale }: ReportInputs,
  factors: Part<FactorEntry, FactorRow>[],
  portfolios: Part<PortfolioEntry, PortfolioRow>[],
  context: SectionContext,
): Section[] {
  const families = new Map(catalogue.families.map((family) => [family.code, nameIn(locale, family)]))
  const factorNames = new Map(catalogue.factors.map((factor) => [factor.code, nameIn(locale, factor)]))
  const nameOf = (names: Map<string, string>, code: string) => names.get(code) ?? code
  const factorSections = factors.map((part, index) =>
    factorSection({ ...part, familyName: nameOf(families, part.entry.familyCode) }, 2 * index + 1, context),
  )
  const withAlpha = portfolios.map((part) => ({ ...part, alphaName: nameOf(factorNames, part.entry.alphaFactorCode) }))
  const number = (factors.at(-1)?.entry.position ?? 0) + 1
  const portfolioPart = portfolioSection(withAlpha, { number, firstFigure: 2 * factors.length + 1 }, context)
  const risk = riskSection(portfolioPart ? number + 1 : number, context.t)
  return [...factorSections, ...(portfolioPart ? [portfolioPart] : []), risk]
}

function restated({ restatements, laterRestatements }: ReportInputs) {
  return { restatements, laterRestatements }
}

/** Absent for the market that is shown when nobody asks for another. */
function unusualMarket({ market, markets }: ReportInputs): string | undefined {
  return market === markets[0] ? undefined : market
}

function marketsOf({ catalogue, markets, market, locale }: ReportInputs): Report['markets'] {
  return markets.flatMap((code) => {
    const entry = catalogue.markets.find((candidate) => candidate.code === code)
    return entry ? [{ code, name: nameIn(locale, entry), isShown: code === market }] : []
  })
}

function reportWeek({ days, asOf, week }: TradingWindows): ReportWeek {
  const { year, week: isoWeek, monday, sunday } = isoWeekOf(asOf)
  return { isoYear: year, isoWeek, monday, sunday, firstDay: days[week.from] as string, asOf }
}

function issueText({ issue, locale }: ReportInputs): ReportIssueText | null {
  if (!issue) return null
  const chinese = locale === 'zh'
  return {
    issueDate: issue.issueDate,
    title: chinese ? issue.titleZh : issue.titleEn,
    authors: chinese ? issue.authorsZh : issue.authorsEn,
    related: issue.related.map(({ date, titleZh, titleEn }) => ({ date, title: chinese ? titleZh : titleEn })),
  }
}

function zip<Entry>(entries: Entry[], series: MeasuredSeries[]): { entry: Entry; series: MeasuredSeries }[] {
  return entries.map((entry, index) => ({ entry, series: series[index] as MeasuredSeries }))
}
