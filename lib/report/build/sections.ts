import { type ContributionTable, contributionTable } from '@/lib/analysis/contributions/contribution-table'
import { seriesHistory } from '@/lib/analysis/history'
import { lateStart } from '@/lib/analysis/late-start'
import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import { type TradingWindows, type WindowLabels, windowSpans } from '@/lib/analysis/trading-windows'
import { formatPerMille, wholePercent } from '@/lib/base/format'
import { figureRows } from '@/lib/figures/figure-rows'
import { emptyTexts, type Figure, figureTexts } from '@/lib/figures/page-figure'
import type { FigureName } from '@/lib/figures/registry'
import { sourceText } from '@/lib/figures/rows/source-text'
import { REPORT_FIGURES } from '@/lib/figures/sheet'
import type { Translator } from '@/lib/messages/translate'
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type {
  FactorRow,
  FactorSection,
  MissingNote,
  PortfolioSection,
  RiskSection,
  SummaryRow,
} from '@/lib/report/model/report'
import { constraintTexts } from '@/lib/report/text/constraint-texts'
import { listPerPortfolio, perPortfolio } from '@/lib/report/text/per-portfolio'
import { PhraseBook } from '@/lib/report/text/phrase'
import { isRecord, percentileBand } from '@/lib/report/text/unusual'

type FromInputs = 'window' | 'locale' | 'convention' | 'isDemo' | 'publisher' | 'contributions' | 'components'

export interface SectionContext extends Pick<ReportInputs, FromInputs> {
  t: Translator
  windows: TradingWindows
  notes: readonly MissingNote[]
  labels: WindowLabels
}

/** Returns the section of one factor: definition, performance, and two figures numbered from `firstFigure`. */
export function factorSection(
  {
    entry,
    row,
    series,
    familyName,
  }: { entry: FactorEntry; row: FactorRow; series: MeasuredSeries; familyName: string },
  firstFigure: number,
  context: SectionContext,
): FactorSection {
  const { t } = context
  return {
    kind: 'factor',
    number: entry.position,
    code: entry.code,
    familyName,
    title: row.name,
    facts: t('sections.facts', {
      rebalance: t(`sections.rebalance-${entry.rebalance}`),
      universe: entry.universe,
      inception: entry.inception.slice(0, 7),
    }),
    description: entry.description,
    reference: entry.reference,
    life: lifeTexts(entry, series, context),
    commentary: factorCommentary(row, context),
    figures: figurePair(entry, series, firstFigure, context),
  }
}

/** Returns the section of the portfolios: construction, then the performance and two figures of each. */
export function portfolioSection(
  entries: { entry: PortfolioEntry; row: SummaryRow; series: MeasuredSeries; alphaName: string }[],
  position: { number: number; firstFigure: number },
  context: SectionContext,
): PortfolioSection | null {
  const { t } = context
  if (entries.length === 0) return null
  const built = entries.map(({ entry, alphaName }) => ({ ...entry, alphaName }))
  const rebalance = perPortfolio(built, (entry) => t(`sections.rebalance-${entry.rebalance}`), context)
  const factor = perPortfolio(built, ({ alphaName }) => alphaName, context)
  return {
    kind: 'portfolios',
    number: position.number,
    title: t('sections.portfoliosTitle', { rebalance }),
    facts: t('sections.portfoliosFacts', { rebalance, factor }),
    description: t('sections.portfoliosDescription', { factor }),
    constraints: constraintTexts(built, context),
    objective: String.raw`\max_{w}\ \sum_{i=1}^{N} \mu_i\, w_i`,
    objectiveLegend: [
      { symbol: 'w_i', meaning: t('sections.objectiveWeight') },
      { symbol: String.raw`\mu_i`, meaning: t('sections.objectiveReturn') },
      { symbol: 'N', meaning: t('sections.objectiveCount') },
    ],
    assumptions: t('sections.assumptions', {
      cost: listPerPortfolio(built, (entry) => formatPerMille(entry.roundTripCostBps), context),
    }),
    parts: entries.map(({ entry, row, series }, index) => ({
      code: entry.code,
      name: entry.name,
      life: lifeTexts(entry, series, context),
      commentary: portfolioCommentary(row, context),
      figures: figurePair(entry, series, position.firstFigure + 2 * index, context),
      contributions: contributionsOf(entry, series, context),
    })),
  }
}

/** Returns the contributions of a portfolio; null when no day of its windows has any, or a window has no day. */
function contributionsOf(
  { code }: PortfolioEntry,
  series: MeasuredSeries,
  { window, windows, convention, contributions, components }: SectionContext,
): ContributionTable | null {
  const own = contributions.find((each) => each.code === code)
  if (own === undefined) return null
  const history = seriesHistory('portfolio', series, windows.days)
  const spans = windowSpans(history.days, window)
  if (spans.some(({ from, to }) => from === to)) return null
  return contributionTable(history, spans, { days: own.days, components }, convention)
}

/** Says that data begin late and that a series has ended, where no note about its dashes does. */
function lifeTexts(
  { code, name, inception, ended, endedReason }: FactorEntry | PortfolioEntry,
  series: MeasuredSeries,
  { windows, notes, t }: SectionContext,
): string[] {
  if (notes.some((note) => note.code === code)) return []
  const first = dataFromOf(series, windows)
  const hasEnded = ended !== null && endedReason !== null && ended <= windows.asOf
  return [
    ...(first === null ? [] : [t('quality.dataFrom', { name, first, inception })]),
    ...(hasEnded ? [t('missing.endedOn', { name, ended, reason: endedReason })] : []),
  ]
}

function dataFromOf({ inception, primary }: MeasuredSeries, { days }: TradingWindows): string | null {
  return lateStart({ inception, leg: primary.leg }, days)
}

export function riskSection(number: number, t: Translator): RiskSection {
  return {
    kind: 'risk',
    number,
    title: t('sections.risk'),
    risks: [t('sections.riskDecay'), t('sections.riskLiquidity')],
  }
}

/** Returns the line since inception and the bars of the windows. */
function figurePair(
  entry: FactorEntry | PortfolioEntry,
  series: MeasuredSeries,
  firstFigure: number,
  { t, locale, window, windows, convention, isDemo, publisher }: SectionContext,
): [Figure, Figure] {
  const history = seriesHistory(series.excess ? 'factor' : 'portfolio', series, windows.days)
  const subject = entry.name
  const first = dataFromOf(series, windows)
  const begins = first === null ? null : t('quality.dataFrom', { name: subject, first, inception: entry.inception })
  const head = { code: entry.code, subject, source: sourceText({ isDemo, publisher }, t) }
  const context = { asOf: windows.asOf, locale, convention, window, names: [subject], t }
  const figure = (kind: FigureName, number: number): Figure => {
    const rows = figureRows(kind, { history }, context)
    const notStarted = t('figures.notStarted', { name: subject, inception: entry.inception })
    const texts = rows ? figureTexts({ kind, rows }, context) : emptyTexts(kind, notStarted, context)
    const isLate = texts.emptyReason !== null && rows !== null && begins !== null
    return { ...head, number, kind, ...texts, ...(isLate && { emptyReason: begins }) }
  }
  const { lines, bars } = REPORT_FIGURES[history.kind]
  return [figure(lines, firstFigure), figure(bars, firstFigure + 1)]
}

function factorCommentary(row: FactorRow, { t, labels }: SectionContext) {
  const book = new PhraseBook()
  const { week, month, year, winRate } = row.primary
  const text = t('sections.commentary', {
    ...percentileArguments(week.percentile),
    week: book.figure(week),
    monthLabel: labels.month,
    month: book.figure(month),
    yearLabel: labels.year,
    year: book.figure(year),
    wins: winRate.wins,
    periods: winRate.periods,
    longExcess: book.figure(row.longExcess.year),
  })
  return book.phrase(text)
}

function portfolioCommentary({ primary }: SummaryRow, { t, labels }: SectionContext) {
  const book = new PhraseBook()
  const text = t('sections.portfolioCommentary', {
    ...percentileArguments(primary.week.percentile),
    week: book.figure(primary.week),
    monthLabel: labels.month,
    month: book.figure(primary.month),
    yearLabel: labels.year,
    year: book.figure(primary.year),
    wins: primary.winRate.wins,
    periods: primary.winRate.periods,
  })
  return book.phrase(text)
}

/** Returns the position of the week among its past weeks; the message does not print `percent` when it is unknown. */
function percentileArguments(percentile: number | null) {
  const place = isRecord(percentile) ? (percentile === 1 ? 'highest' : 'lowest') : percentileBand(percentile)
  return { place, percent: wholePercent(percentile ?? 0) }
}
