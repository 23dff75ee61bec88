import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import { type TradingWindows, tradingWindows } from '@/lib/analysis/trading-windows'
import { isoWeekOf, yearOf } from '@/lib/base/dates'
import { formatPerMille } from '@/lib/base/format'
import { allAtOnce, type Steps } from '@/lib/base/steps'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import type { Catalogue, FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { FactorRow, PortfolioRow, ReportWeek, Summary, SummaryRow } from '@/lib/report/model/report'
import { withRanks } from '@/lib/report/table/with-ranks'
import { missingNotes } from '@/lib/report/text/missing-notes'
import { listPerPortfolio, perPortfolio, type Wording } from '@/lib/report/text/per-portfolio'
import { familiesOfMany, manyFactors } from './families-of-many'
import type { SectionContext } from './sections'
import { factorRow, familyGroups, measuredSeries, portfolioRow } from './summary-rows'

export interface Part<Entry, Row> {
  entry: Entry
  series: MeasuredSeries
  row: Row
}

export interface SummaryParts {
  summary: Summary
  /** In the order of the catalogue. */
  factors: Part<FactorEntry, FactorRow>[]
  portfolios: Part<PortfolioEntry, PortfolioRow>[]
  /** All series with their names. */
  named: { series: MeasuredSeries; name: string; endedReason: string | null }[]
  context: SectionContext
}

/** Builds the tables of a week, a month or a quarter. Pure function of the data in the store. */
export function buildSummary(inputs: ReportInputs): Summary {
  return summaryParts(inputs).summary
}

/** Builds the tables and the other data that the report needs. */
export function summaryParts(inputs: ReportInputs): SummaryParts {
  return allAtOnce(summarySteps(inputs))
}

/** Builds the same in steps: the rows of 80 factors take a tenth of a second. */
export function* summarySteps(inputs: ReportInputs): Steps<SummaryParts> {
  const { locale, convention, version, isDemo, publisher, window } = inputs
  const catalogue = reported(inputs)
  const t = translatorFor(locale, window)
  const windows = tradingWindows(inputs.days, window)
  const labels = windowLabels(windows.asOf, locale, t, window)
  const series = measuredSeries({ ...inputs, catalogue })
  const all = [...zip(catalogue.factors, series.factors), ...zip(catalogue.portfolios, series.portfolios)]
  const named = all.map(({ series, entry }) => ({ series, name: entry.name, endedReason: entry.endedReason }))
  const notes = missingNotes(named, windows, t)
  const { coefficients, contributions, components } = inputs
  const context = {
    locale,
    convention,
    window,
    windows,
    notes,
    coefficients,
    contributions,
    components,
    isDemo,
    publisher,
    labels,
    daysPerYear: daysPerYearOf(inputs.catalogue.markets, inputs.market),
    t,
  }
  yield
  const shown = zip(catalogue.factors, series.factors).filter(({ entry }) => isShown(inputs, entry))
  const factors = yield* withRows(shown, (entry, own) => factorRow(entry, own, context))
  const portfolios = yield* withRows(zip(catalogue.portfolios, series.portfolios), (entry, own) =>
    portfolioRow(entry, own, context),
  )
  const rowOf = <Row>({ row }: { row: Row }) => row
  const summary = {
    version,
    locale,
    convention,
    window,
    week: reportWeek(windows),
    isDemo,
    table1: familyGroups(catalogue, rankedFactors(inputs, factors.map(rowOf))),
    table2: rankedRows(inputs, portfolios.map(rowOf)),
    table2Note: table2Note(catalogue.portfolios, context),
    missingNotes: notes,
    provisionalYears: provisionalYears(inputs, windows),
    labels,
    many: inputs.many && manyFactors(inputs.many, familiesOfMany(inputs, inputs.many, notes)),
  }
  return { summary, factors, portfolios, named, context }
}

/** Returns the entries of the report: all of them, or only the one series wanted. */
function reported({ catalogue, only }: ReportInputs): Catalogue {
  if (only === null) return catalogue
  const isWanted = ({ code }: { code: string }) => code === only
  return {
    ...catalogue,
    factors: catalogue.factors.filter(isWanted),
    portfolios: catalogue.portfolios.filter(isWanted),
  }
}

/** Returns whether a factor has a row and a section. */
function isShown({ many }: ReportInputs, { code }: FactorEntry): boolean {
  return many === null || many.chosen.includes(code)
}

/** Returns the provisional years among those of the windows. */
function provisionalYears(inputs: ReportInputs, { days, asOf, week, year }: TradingWindows): string[] {
  const years = [...[week, year].map(({ from }) => yearOf(days[from] ?? asOf)), yearOf(asOf)]
  return inputs.provisionalYears.filter((year) => years.includes(year))
}

/** Returns the rows with ranks; a single series has no rank. */
function rankedRows<Row extends SummaryRow>({ only }: ReportInputs, rows: Row[]): Row[] {
  return only === null ? withRanks(rows) : rows
}

/** Returns factors with their ranks; of many, the chosen ones have those among all. */
function rankedFactors(inputs: ReportInputs, rows: FactorRow[]): FactorRow[] {
  if (inputs.many === null) return rankedRows(inputs, rows)
  const ranks = new Map(inputs.many.factors.map(({ row: { code, standing } }) => [code, standing]))
  return rows.map((row) => {
    const { rank = null, lastRank = null } = ranks.get(row.code) ?? {}
    return { ...row, standing: { ...row.standing, rank, lastRank } }
  })
}

/** Returns unit, cost and rebalancing of the portfolios. */
function table2Note(entries: PortfolioEntry[], wording: Wording): string {
  const { t } = wording
  if (entries.length === 0) return t('tables.unit')
  return t('tables.table2Unit', {
    cost: listPerPortfolio(entries, (entry) => formatPerMille(entry.roundTripCostBps), wording),
    rebalance: perPortfolio(entries, (entry) => t(`sections.rebalance-${entry.rebalance}`), wording),
  })
}

function reportWeek({ days, asOf, week }: TradingWindows): ReportWeek {
  const { year, week: isoWeek, monday, sunday } = isoWeekOf(asOf)
  return { isoYear: year, isoWeek, monday, sunday, firstDay: days[week.from] as string, asOf }
}

/** After this number of series, other requests are answered. */
const STEP_SERIES = 20

/** Returns series with their rows. */
function* withRows<Entry, Row>(
  all: Omit<Part<Entry, Row>, 'row'>[],
  rowOf: (entry: Entry, series: MeasuredSeries) => Row,
): Steps<Part<Entry, Row>[]> {
  const parts: Part<Entry, Row>[] = []
  for (const { entry, series } of all) {
    parts.push({ entry, series, row: rowOf(entry, series) })
    if (parts.length % STEP_SERIES === 0) yield
  }
  return parts
}

function zip<Entry>(entries: Entry[], series: MeasuredSeries[]): { entry: Entry; series: MeasuredSeries }[] {
  return entries.map((entry, index) => ({ entry, series: series[index] as MeasuredSeries }))
}
