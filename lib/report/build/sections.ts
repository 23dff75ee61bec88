import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import type { TradingWindows, WindowLabels } from '@/lib/analysis/trading-windows'
import { formatPerMille, wholePercent } from '@/lib/base/format'
import { barRows } from '@/lib/figures/bar-rows'
import type { Figure } from '@/lib/figures/figure'
import { barFigure, lineFigure } from '@/lib/figures/figure-texts'
import { lineRows } from '@/lib/figures/line-rows'
import type { Translator } from '@/lib/messages/translate'
import type { FactorEntry, PortfolioEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { FactorRow, FactorSection, PortfolioSection, RiskSection, SummaryRow } from '@/lib/report/model/report'
import { constraintTexts } from '@/lib/report/text/constraint-texts'
import { barNames } from '@/lib/report/text/labels'
import { perPortfolio } from '@/lib/report/text/per-portfolio'
import { PhraseBook } from '@/lib/report/text/phrase'
import { placeOf } from '@/lib/report/text/unusual'
export interface SectionContext extends Pick<ReportInputs, 'locale' | 'convention' | 'isDemo' | 'publisher'> {
  t: Translator
  windows: TradingWindows
  labels: WindowLabels
}

/** The section of one factor: what it is, what it did, its two figures, numbered from `firstFigure`. */
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
    commentary: factorCommentary(row, context),
    figures: figurePair(entry, series, ['relative-strength', 'legs'], firstFigure, context),
  }
}

/** The section of the portfolios: how they are built, then each one's record and two figures. */
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
      cost: perPortfolio(built, (entry) => formatPerMille(entry.roundTripCostBps), context),
    }),
    parts: entries.map(({ entry, row, series }, index) => ({
      code: entry.code,
      name: entry.name,
      commentary: portfolioCommentary(row, context),
      figures: figurePair(entry, series, ['cumulative-excess', 'excess'], position.firstFigure + 2 * index, context),
    })),
  }
}

export function riskSection(number: number, t: Translator): RiskSection {
  return {
    kind: 'risk',
    number,
    title: t('sections.risk'),
    risks: [t('sections.riskDecay'), t('sections.riskLiquidity')],
  }
}

/** The line since inception and the bars of the windows. */
function figurePair(
  entry: FactorEntry | PortfolioEntry,
  series: MeasuredSeries,
  [lineKind, barKind]: ['relative-strength', 'legs'] | ['cumulative-excess', 'excess'],
  firstFigure: number,
  { t, windows, labels, convention, isDemo, publisher }: SectionContext,
): [Figure, Figure] {
  const source = sourceText({ isDemo, publisher }, t)
  const subject = entry.name
  const head = { code: entry.code, subject, source }
  const rows = lineRows({ series, days: windows.days, measure: lineKind, label: t(`figures.${lineKind}`) })
  const notStarted = t('figures.notStarted', { name: subject, inception: entry.inception })
  const emptyReason = rows ? t('figures.gapAtStart') : notStarted
  const bars = barRows({ pair: series.primary, windows, convention, labels, names: barNames(barKind, t) })
  return [
    lineFigure({ ...head, number: firstFigure, kind: lineKind, rows, emptyReason }, t),
    barFigure({ ...head, number: firstFigure + 1, kind: barKind, rows: bars }, t),
  ]
}

/** Where a figure's data come from. */
export function sourceText({ isDemo, publisher }: Pick<ReportInputs, 'isDemo' | 'publisher'>, t: Translator): string {
  return isDemo ? t('figures.demoSource', { publisher }) : t('figures.source', { publisher })
}

function factorCommentary(row: FactorRow, { t, labels }: SectionContext) {
  const book = new PhraseBook()
  const { week, month, year, winRate } = row.primary
  const text = t('sections.commentary', {
    ...placeArguments(week.percentile),
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
    ...placeArguments(primary.week.percentile),
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

/** Where the week stands among its past weeks; `percent` is not printed for an unknown place. */
function placeArguments(percentile: number | null) {
  return { place: placeOf(percentile), percent: wholePercent(percentile ?? 0) }
}
