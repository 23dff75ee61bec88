import { pastWeeks } from '@/lib/analysis/past-weeks'
import { sourceText } from '@/lib/figures/rows/source-text'
import { keyPoints } from '@/lib/report/key-points/key-points'
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { FactorRow, PortfolioRow, Report, ReportIssueText, Section } from '@/lib/report/model/report'
import { headline } from '@/lib/report/text/headline'
import { plainList } from '@/lib/report/text/plain-list'
import { type Part, summaryParts } from './build-summary'
import { dataQuality } from './data-quality'
import { factorSection, portfolioSection, riskSection, type SectionContext } from './sections'
import { measuredSeries } from './summary-rows'
import { weekBefore } from './week-before'
import { weekStrip } from './week-strip'

const STRIP_WEEKS = 52

/** Builds the report of one week. Pure function of the data in the store. */
export function buildReport(inputs: ReportInputs): Report {
  const { locale, convention } = inputs
  const { summary, context, named, factors, portfolios } = summaryParts(inputs)
  const { windows, t } = context
  const { table1, table2, labels } = summary
  const rows = table1.flatMap((family) => family.rows)
  const gone = measuredSeries({ ...inputs, catalogue: inputs.ended })
  const past = new Map(
    [...[...factors, ...portfolios].map(({ series }) => series), ...gone.factors].map(
      (series) => [series.code, pastWeeks(series, windows, convention)] as const,
    ),
  )
  return {
    ...summary,
    markets: marketsOf(inputs),
    issue: issueText(inputs),
    headline: headline(
      { families: table1, portfolios: table2, past, endedFactors: gone.factors.map(({ code }) => code) },
      locale,
      t,
    ),
    keyPoints: keyPoints({
      families: table1,
      factors: rows,
      portfolios: table2,
      labels,
      past,
      locale,
      t,
    }),
    plainList: plainList({ factors: rows, portfolios: table2, labels, locale }, t),
    dataQuality: dataQuality(named, { windows, convention, ...restated(inputs), t }),
    weekBefore: weekBefore(
      { factors: rows, windows, source: sourceText(inputs, t), market: unusualMarket(inputs) },
      { asOf: windows.asOf, locale, convention, names: [], t },
    ),
    sections: sections(inputs, factors, portfolios, context),
    weekStrip: weekStrip([...factors.map(({ series }) => series), ...gone.factors], windows, convention, STRIP_WEEKS),
  }
}

/** Returns the sections: factors in report order with two figures each, then the portfolios, then the risks. */
function sections(
  { catalogue, ended }: ReportInputs,
  factors: Part<FactorEntry, FactorRow>[],
  portfolios: Part<PortfolioEntry, PortfolioRow>[],
  context: SectionContext,
): Section[] {
  const families = new Map(catalogue.families.map((family) => [family.code, family.name]))
  const factorNames = new Map([...catalogue.factors, ...ended.factors].map((factor) => [factor.code, factor.name]))
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

/** Returns the code of the market; undefined for the default market. */
function unusualMarket({ market, markets }: ReportInputs): string | undefined {
  return market === markets[0] ? undefined : market
}

function marketsOf({ catalogue, markets, market }: ReportInputs): Report['markets'] {
  return markets.flatMap((code) => {
    const entry = catalogue.markets.find((candidate) => candidate.code === code)
    return entry ? [{ code, name: entry.name, isShown: code === market }] : []
  })
}

function issueText({ issue }: ReportInputs): ReportIssueText | null {
  if (!issue) return null
  const { issueDate, title, authors, related } = issue
  return { issueDate, title, authors, related }
}
