import { spreadOver } from '@/lib/analysis/measure'
import { pastWeeks } from '@/lib/analysis/past-weeks'
import { allAtOnce, type Steps } from '@/lib/base/steps'
import { sourceText } from '@/lib/figures/rows/source-text'
import { applyShownTexts } from '@/lib/report/bind/apply-texts'
import { keyPointSteps } from '@/lib/report/key-points/key-points'
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { FactorRow, PortfolioRow, Report, ReportIssueText, Section } from '@/lib/report/model/report'
import { headline } from '@/lib/report/text/headline'
import { ownLines } from '@/lib/report/text/own-lines'
import { plainList } from '@/lib/report/text/plain-list'
import { type Part, type SummaryParts, summarySteps } from './build-summary'
import { dataQuality } from './data-quality'
import { qualityOfMany, wholeOfMany } from './many'
import { marketLine } from './market-line'
import { factorSection, portfolioSection, riskSection, type SectionContext } from './sections'
import { similarWeeksOf } from './similar-weeks'
import { measuredSeries } from './summary-rows'
import { weekBefore } from './week-before'
import { weekStrip } from './week-strip'
import type { WholeWeek } from './whole-week'

const STRIP_WEEKS = 52

/** Builds the report of a week, a month or a quarter. Pure function of the data in the store. */
export function buildReport(inputs: ReportInputs): Report {
  return allAtOnce(reportSteps(inputs))
}

/** Builds the same report in steps: of 5,000 factors all of them take a third of a second. */
export function* reportSteps(inputs: ReportInputs): Steps<Report> {
  const { locale, convention, many } = inputs
  const parts = yield* summarySteps(inputs)
  yield
  const { summary, context, named, factors, portfolios } = parts
  const { windows, t } = context
  const { table1, table2, labels } = summary
  const { leastPast } = windows.terms
  const rows = table1.flatMap((family) => family.rows)
  const whole = many && summary.many ? wholeOfMany(many, summary.many.families, parts) : wholeOfFew(inputs, parts)
  const { families, past, endedFactors, weekReturns } = whole
  yield
  const all = families.flatMap((family) => family.rows)
  const listed = { factors: rows, portfolios: table2, labels, locale }
  const own = new Set([...factors, ...portfolios].flatMap(({ entry }) => (entry.ownKeyPoint ? [entry.code] : [])))
  const checks = { windows, convention, ...restated(inputs), t }
  const clauses = headline({ families, portfolios: table2, past, leastPast, endedFactors }, locale, t)
  yield
  const compared = { families, factors: all, portfolios: table2, labels, past, leastPast, locale, t }
  const points = yield* keyPointSteps(compared, [...rows, ...table2])
  yield
  const strip = inputs.window === 'week' ? weekStrip(weekReturns, windows, STRIP_WEEKS) : []
  yield
  const drafted: Report = {
    ...summary,
    markets: marketsOf(inputs),
    issue: issueText(inputs),
    headline: clauses,
    market: marketLine(inputs, parts),
    keyPoints: points,
    plainList: plainList(listed, t),
    ownKeyPoints: ownLines(listed, t).filter(({ code }) => own.has(code)),
    dataQuality: many ? qualityOfMany(many, named, checks) : dataQuality(named, checks),
    weekBefore: weekBefore(
      {
        factors: all,
        windows,
        source: sourceText(inputs, t),
        market: unusualMarket(inputs),
        hasFigures: many === null && inputs.window === 'week',
      },
      { asOf: windows.asOf, locale, convention, names: [], t },
    ),
    similarWeeks: similarWeeksOf(inputs, parts),
    sections: sections(inputs, factors, portfolios, context),
    weekStrip: strip,
    written: null,
  }
  return inputs.texts ? applyShownTexts(drafted, inputs.texts) : drafted
}

/** Returns all factors of a report that shows each of them. */
function wholeOfFew(inputs: ReportInputs, { summary, context, factors, portfolios }: SummaryParts): WholeWeek {
  const { windows, convention } = context
  const ended = measuredSeries({ ...inputs, catalogue: inputs.ended }).factors
  const ofFactors = [...factors.map(({ series }) => series), ...ended]
  const all = [...factors.map(({ series }) => series), ...portfolios.map(({ series }) => series), ...ended]
  return {
    families: summary.table1,
    past: new Map(all.map((series) => [series.code, pastWeeks(series, windows, convention)])),
    endedFactors: ended.map(({ code }) => code),
    weekReturns: ofFactors.map(
      ({ primary }) =>
        (week) =>
          spreadOver(primary, week, convention),
    ),
  }
}

/** Returns the sections: factors in report order with two figures each, then the portfolios, then the risks. */
function sections(
  { catalogue, ended, many }: ReportInputs,
  factors: Part<FactorEntry, FactorRow>[],
  portfolios: Part<PortfolioEntry, PortfolioRow>[],
  context: SectionContext,
): Section[] {
  const families = new Map(catalogue.families.map((family) => [family.code, family.name]))
  const entries = many?.entries ?? catalogue.factors
  const factorNames = new Map([...entries, ...ended.factors].map((factor) => [factor.code, factor.name]))
  const nameOf = (names: Map<string, string>, code: string) => names.get(code) ?? code
  const factorSections = factors.map((part, index) =>
    factorSection({ ...part, familyName: nameOf(families, part.entry.familyCode) }, 2 * index + 1, context),
  )
  const withAlpha = portfolios.map((part) => ({ ...part, alphaName: nameOf(factorNames, part.entry.alphaFactorCode) }))
  const last = many ? many.entries.at(-1) : factors.at(-1)?.entry
  const number = (last?.position ?? 0) + 1
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
  return { issueDate, title, authors, related: related.map((report) => ({ ...report, url: null })) }
}
