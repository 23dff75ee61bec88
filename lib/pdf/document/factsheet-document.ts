import { bridgeOver } from '@/lib/analysis/bridge'
import { namedPeriods, periodBetween } from '@/lib/analysis/periods'
import { type PeriodStatistics, periodStatistics } from '@/lib/analysis/statistics/statistics'
import { DASH, formatPercentInText, formatRatio, formatSigned, formatWinRate } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { contributionStrip } from '@/lib/pdf/document/tables/contribution-strip'
import { monthsOf } from '@/lib/pdf/document/tables/months-table'
import { measureCells, windowCells } from '@/lib/pdf/document/tables/report-tables'
import { textCell } from '@/lib/pdf/document/tables/table-spec'
import { bridgeText } from '@/lib/report/text/bridge-text'
import { documentFrame } from './document-frame'
import type { FactsheetJob } from './job'
import { definitionsOf } from './reading'
import { sectionsOf } from './report-sections'

/** Returns the input of the factsheet template. @param job a cleaned job; @param fingerprint of the document */
export function factsheetDocument(job: FactsheetJob, fingerprint: string) {
  const { report, publisher } = job
  const { locale, week } = report
  const t = translatorFor(locale)
  const part = partOf(job)
  const frame = documentFrame(job, {
    title: part.title,
    right: t('pdf.asOf', { date: week.asOf }),
    fingerprint,
    description: part.facts,
    authors: publisher.authors.map(({ name }) => name[locale]),
    date: week.asOf,
  })
  const definitions = definitionsOf(report)
  return {
    ...frame,
    demo: report.isDemo ? t('demo.label') : null,
    ...part,
    kind: t('pdf.factsheet'),
    strip: stripOf(job, t),
    conventions: t('pdf.conventions', { convention: report.convention }),
    bridge: bridgeIn(job, t),
    months: monthsOf(job, t),
    contributions: contributionsIn(job, t),
    statistics: statisticsOf(job, t),
    definitions: { ...definitions, entries: definitions.entries.filter(({ title }) => !isOfReport(title, t)) },
    disclosure: { title: t('pdf.disclosures'), text: publisher.shortDisclosure[locale] },
  }
}

/** Returns whether a definition applies only to a whole report. */
function isOfReport(title: string, t: Translator): boolean {
  return [t('methodology.percentile'), t('methodology.winRate')].includes(title)
}

/** Returns the only section of the report. */
function partOf(job: FactsheetJob) {
  const { report } = job
  const sections = sectionsOf(job)
  const [factor] = sections.flatMap((section) => ('strip' in section ? [section] : []))
  if (factor) return { ...factor, constraints: [] }
  const [portfolios] = sections.flatMap((section) => ('parts' in section ? [section] : []))
  const [part] = portfolios?.parts ?? []
  if (!portfolios || !part) throw new TypeError(`the report has no section about ${job.history.code}`)
  const [row] = report.table2
  const facts = row
    ? [portfolios.facts, row.benchmark, row.sizeExposure].join(translatorFor(report.locale)('pdf.factStop'))
    : portfolios.facts
  const { description, constraints } = portfolios
  return {
    title: part.name,
    facts,
    description,
    constraints,
    commentary: part.commentary,
    notes: part.notes,
    figures: part.figures,
  }
}

function stripOf({ report }: FactsheetJob, t: Translator) {
  const { labels, table1, table2 } = report
  const head = (wins: 'monthlyWins' | 'weeklyWins') => [
    t('tables.unit'),
    labels.week,
    labels.month,
    labels.year,
    t(`pdf.${wins}`),
  ]
  const [factor] = table1.flatMap(({ rows }) => rows)
  if (factor) {
    return {
      head: head('monthlyWins'),
      rows: [
        [textCell(t('measures.longShort')), ...measureCells(factor.primary)],
        [textCell(t('measures.longExcess')), ...measureCells(factor.longExcess)],
      ],
    }
  }
  return {
    head: head('weeklyWins'),
    rows: table2.flatMap(({ primary, absolute }) => [
      [textCell(t('measures.excess')), ...measureCells(primary)],
      [textCell(t('measures.absolute')), ...windowCells(absolute), textCell('')],
    ]),
  }
}

/** Returns window and line figure of the year to date with their legs; null under the geometric convention. */
function bridgeIn({ history, report }: FactsheetJob, t: Translator): string | null {
  const { year } = namedPeriods(history)
  const bridge = report.convention === 'arithmetic' && year ? bridgeOver(history, year) : null
  return bridge && bridgeText(history.kind, bridge, t)
}

/** Returns what the excess of a portfolio comes from, by group; null without contributions. */
function contributionsIn({ report }: FactsheetJob, t: Translator) {
  const [table] = report.sections.flatMap((section) =>
    section.kind === 'portfolios' ? section.parts.flatMap((part) => part.contributions ?? []) : [],
  )
  if (table === undefined) return null
  return contributionStrip(table, report, t)
}

function statisticsOf({ history, report }: FactsheetJob, t: Translator) {
  const span = periodBetween(history)
  const title = t('pdf.statistics')
  if (!span) return { title, period: t('pdf.noPeriod'), rows: [] }
  const statistics = periodStatistics(history, span, report.convention)
  const { from, to, days } = statistics
  const { convention } = report
  return { title, period: t('pdf.period', { from, to, days, convention }), rows: statisticRows(statistics, t) }
}

/** Label and value; the dates of a fall stand in a line below. */
type StatisticRow = [label: string, value: string, dates?: string]

function statisticRows(statistics: PeriodStatistics, t: Translator): StatisticRow[] {
  const { annualisedReturn, volatility, returnToRisk, tStatistic, skewness, maximumDrawdown, hits, months, weeks } =
    statistics
  const dated = (value: { value: number; end: string } | undefined) =>
    value ? `${formatPercentInText(value.value)} (${value.end})` : DASH
  const hit = ({ wins, periods }: { wins: number; periods: number }) =>
    periods === 0 ? DASH : `${formatWinRate({ wins, periods })} = ${formatRatio((100 * wins) / periods, 1)}%`
  const fall = maximumDrawdown && {
    ...maximumDrawdown,
    recovery: maximumDrawdown.recovery ?? 'none',
  }
  return [
    [t('pdf.stat-period'), formatPercentInText(statistics.periodReturn.value)],
    [t('pdf.stat-annualised'), formatPercentInText(annualisedReturn.value)],
    [t('pdf.stat-volatility'), volatility.value === null ? DASH : `${formatRatio(100 * volatility.value)}%`],
    [t('pdf.stat-ratio'), formatSigned(returnToRisk.value)],
    [t('pdf.stat-t'), formatSigned(tStatistic.value)],
    [t('pdf.stat-skewness'), formatSigned(skewness.value)],
    fall
      ? [t('pdf.stat-drawdown'), formatPercentInText(fall.depth), t('pdf.stat-fallDates', fall)]
      : [t('pdf.stat-drawdown'), DASH],
    [t('pdf.stat-days'), hit(hits.day)],
    [t('pdf.stat-weeks'), hit(hits.week)],
    [t('pdf.stat-months'), hit(hits.month)],
    [t('pdf.stat-bestMonth'), dated(months?.best)],
    [t('pdf.stat-worstMonth'), dated(months?.worst)],
    [t('pdf.stat-bestWeek'), dated(weeks?.best)],
    [t('pdf.stat-worstWeek'), dated(weeks?.worst)],
  ]
}
