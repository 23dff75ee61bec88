import type { Measure, Windows } from '@/lib/analysis/cell'
import { formatPercent, formatWinRate, signOf } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { WinRate } from '@/lib/metrics/returns/win-rate'
import { sourceOf } from '@/lib/pdf/document/source'
import { changesOf } from '@/lib/pdf/document/week-changes'
import type { ComparedRow, FamilyGroup, Report, WindowRow } from '@/lib/report/model/report'
import { contributionTableCount, contributionTables } from './contributions-table'
import { FAMILY_TABLES, familyTables } from './family-tables'
import { head, named, type TableCell, type Tabled, type TableSpec, textCell } from './table-spec'

/** Factors under one title. */
export type FactorGroup = Pick<FamilyGroup<WindowRow>, 'name' | 'rows'> & (Counts | { up?: undefined })
type Counts = Pick<FamilyGroup<WindowRow>, 'up' | 'down'>

/** Returns the two tables of the week, each with a sentence about its content. */
export function summaryOf(job: Tabled) {
  const { report } = job
  const t = translatorFor(report.locale, report.window)
  const hasPortfolios = report.table2.length > 0
  const { month, year } = report.labels
  const families = report.many ? familyTables(job, report.many, t) : []
  const hasFactors = report.many === null || report.many.chosen.length > 0
  const ofSeries = seriesTables(report)
  const number = (table: number) => String(families.length + table)
  return {
    title: t('pdf.summary'),
    intro: report.many
      ? t('many.rule', { count: report.many.all.count })
      : t('pdf.intro', { month, year, portfolios: hasPortfolios ? 'yes' : 'no' }),
    families,
    table1: hasFactors ? factorTable(job, report.table1, table1Head(job, number(1), t), t) : null,
    table2: hasPortfolios ? table2(job, number(hasFactors ? 2 : 1), t) : null,
    contributions: contributionTables(job, ofSeries + 1),
    changes: changesOf(report, t),
  }
}

/** Returns caption and number of table 1; of many factors it has the unusual ones. */
function table1Head({ report }: Tabled, number: string, t: Translator) {
  const title = report.many ? t('many.unusual') : t('tables.table1Title')
  return named(number, `${title}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t)
}

/** Returns how many tables the summary has. */
export function summaryTables(report: Report): number {
  return seriesTables(report) + contributionTableCount(report)
}

/** Returns how many of them are of factors and portfolios. */
function seriesTables({ many, table2 }: Report): number {
  const ofFactors = many ? FAMILY_TABLES + (many.chosen.length > 0 ? 1 : 0) : 1
  return ofFactors + (table2.length > 0 ? 1 : 0)
}

/** Returns the cells for week, month, year and win rate. */
export function measureCells(measure: Measure, best: (number | null)[] = []): TableCell[] {
  const share = winShare(measure.winRate)
  return [
    ...windowCells(measure, best),
    { text: formatWinRate(measure.winRate), tone: 'flat', bold: share !== null && share === best[3] },
  ]
}

/** Returns the cells for week, month and year. */
export function windowCells({ week, month, year }: Windows, best: (number | null)[] = []): TableCell[] {
  return [week, month, year].map(({ value }, index) => ({
    text: formatPercent(value),
    tone: signOf(value),
    bold: value !== null && value === best[index],
  }))
}

function winShare({ wins, periods }: WinRate): number | null {
  return periods === 0 ? null : wins / periods
}

/** Returns the highest value of each column; the win rate of a measure without one is null. */
function bestOf(measures: (Windows & Partial<Measure>)[]): (number | null)[] {
  const columns = [
    measures.map(({ week }) => week.value),
    measures.map(({ month }) => month.value),
    measures.map(({ year }) => year.value),
    measures.map(({ winRate }) => (winRate ? winShare(winRate) : null)),
  ]
  return columns.map((column) =>
    column.reduce((best, value) => (best === null || (value ?? best) > best ? value : best), null),
  )
}

/** Returns a table of factors by family, or of other groups, which may have no counts. */
export function factorTable(
  job: Tabled,
  groups: readonly FactorGroup[],
  head1: Pick<TableSpec, 'caption' | 'continued'>,
  t: Translator,
): TableSpec {
  const { labels } = job.report
  const rows = groups.flatMap((group) => group.rows)
  const best = {
    primary: bestOf(rows.map(({ primary }) => primary)),
    excess: bestOf(rows.map((row) => row.longExcess)),
  }
  const windows = [labels.week, labels.month, labels.year, t('pdf.monthlyWins')]
  return {
    ...head1,
    columns: [0, ...MEASURE_WIDTHS, ...MEASURE_WIDTHS],
    texts: 1,
    heads: [
      [head('', 1, true), head(t('measures.longShort'), 4), head(t('measures.longExcess'), 4)],
      [head(t('tables.factor'), 1, true), ...[...windows, ...windows].map((text) => head(text))],
    ],
    groups: groups.map((group) => ({
      title: group.name,
      fact: group.up === undefined ? '' : t('tables.familyFact', { up: group.up, down: group.down }),
      rows: group.rows.map((row) => [
        nameCell(row),
        ...measureCells(row.primary, best.primary),
        ...measureCells(row.longExcess, best.excess),
      ]),
    })),
    notes: [...notesOf(job.report, rows), sourceOf(job, t)],
  }
}

function table2(job: Tabled, number: string, t: Translator): TableSpec {
  const { table2: rows, labels } = job.report
  const best = {
    excess: bestOf(rows.map(({ primary }) => primary)),
    absolute: bestOf(rows.map(({ absolute }) => absolute)),
  }
  const windows = [labels.week, labels.month, labels.year]
  return {
    ...named(number, `${t('tables.table2Title')}${t('pdf.captionUnit', { unit: job.report.table2Note })}`, t),
    columns: [0, ...FACT_WIDTHS, ...MEASURE_WIDTHS, ...MEASURE_WIDTHS.slice(1)],
    texts: 3,
    heads: [
      [head('', 3, true), head(t('measures.excess'), 4), head(t('measures.absolute'), 3)],
      [
        ...['portfolio', 'benchmark', 'size'].map((key) => head(t(`tables.${key as 'portfolio'}`), 1, true)),
        ...[...windows, t('pdf.weeklyWins'), ...windows].map((text) => head(text)),
      ],
    ],
    groups: [
      {
        title: null,
        fact: '',
        rows: rows.map((row) => [
          nameCell(row),
          textCell(row.benchmark),
          textCell(row.sizeExposure),
          ...measureCells(row.primary, best.excess),
          ...windowCells(row.absolute, best.absolute),
        ]),
      },
    ],
    notes: [...notesOf(job.report, rows), sourceOf(job, t)],
  }
}

const MEASURE_WIDTHS = [12.9, 12.9, 12.9, 12.6]
/** Index and size exposure of a portfolio. */
const FACT_WIDTHS = [18, 20]

export function nameCell({ name, noteLetter }: ComparedRow): TableCell {
  return textCell(noteLetter === null ? name : `${name} (${noteLetter})`)
}

function notesOf({ missingNotes }: Report, rows: ComparedRow[]): string[] {
  return missingNotes
    .filter(({ code }) => rows.some((row) => row.code === code))
    .map(({ letter, text }) => `(${letter}) ${text}`)
}
