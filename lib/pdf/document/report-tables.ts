import type { Measure, Windows } from '@/lib/analysis/cell'
import { DASH, formatPercent, type Sign, signOf } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { WinRate } from '@/lib/metrics/returns/win-rate'
import type { Report, SummaryRow } from '@/lib/report/model/report'
import type { ReportJob } from './job'
import { sourceOf } from './source'
import { changesOf } from './week-changes'

export interface TableCell {
  text: string
  tone: Sign
  /** Whether it is the best of its column. */
  bold: boolean
}

type Tabled = Pick<ReportJob, 'report' | 'publisher'>

interface Head {
  text: string
  span: number
  left: boolean
}

/** A table for the template. */
interface TableSpec {
  caption: string
  continued: string
  /** Widths in mm; columns of width 0 share the rest. */
  columns: number[]
  /** How many columns hold text. */
  texts: number
  heads: Head[][]
  groups: { title: string | null; fact: string; rows: TableCell[][] }[]
  notes: string[]
}

/** Returns the two tables of the week, each with a sentence about its content. */
export function summaryOf(job: Tabled) {
  const { report } = job
  const t = translatorFor(report.locale)
  const hasPortfolios = report.table2.length > 0
  const { month, year } = report.labels
  return {
    title: t('pdf.summary'),
    intro: t('pdf.intro', { month, year, portfolios: hasPortfolios ? 'yes' : 'no' }),
    table1: table1(job, t),
    table2: hasPortfolios ? table2(job, t) : null,
    changes: changesOf(report, t),
  }
}

export function textCell(text: string): TableCell {
  return { text, tone: 'flat', bold: false }
}

/** Returns the cells for week, month, year and win rate. */
export function measureCells(measure: Measure, best: (number | null)[] = []): TableCell[] {
  const share = winShare(measure.winRate)
  return [
    ...windowCells(measure, best),
    { text: winText(measure.winRate), tone: 'flat', bold: share !== null && share === best[3] },
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

function winText({ wins, periods }: WinRate): string {
  return periods === 0 ? DASH : `${wins}/${periods}`
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

function table1(job: Tabled, t: Translator): TableSpec {
  const { table1: groups, labels } = job.report
  const rows = groups.flatMap((group) => group.rows)
  const best = {
    primary: bestOf(rows.map(({ primary }) => primary)),
    excess: bestOf(rows.map((row) => row.longExcess)),
  }
  const windows = [labels.week, labels.month, labels.year, t('pdf.monthlyWins')]
  return {
    ...named('1', `${t('tables.table1Title')}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t),
    columns: [0, ...MEASURE_WIDTHS, ...MEASURE_WIDTHS],
    texts: 1,
    heads: [
      [head('', 1, true), head(t('measures.longShort'), 4), head(t('measures.longExcess'), 4)],
      [head(t('tables.factor'), 1, true), ...[...windows, ...windows].map((text) => head(text))],
    ],
    groups: groups.map((group) => ({
      title: group.name,
      fact: t('tables.familyFact', { up: group.up, down: group.down }),
      rows: group.rows.map((row) => [
        nameCell(row),
        ...measureCells(row.primary, best.primary),
        ...measureCells(row.longExcess, best.excess),
      ]),
    })),
    notes: [...notesOf(job.report, rows), sourceOf(job, t)],
  }
}

function table2(job: Tabled, t: Translator): TableSpec {
  const { table2: rows, labels } = job.report
  const best = {
    excess: bestOf(rows.map(({ primary }) => primary)),
    absolute: bestOf(rows.map(({ absolute }) => absolute)),
  }
  const windows = [labels.week, labels.month, labels.year]
  return {
    ...named('2', `${t('tables.table2Title')}${t('pdf.captionUnit', { unit: job.report.table2Note })}`, t),
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

function named(number: string, caption: string, t: Translator) {
  return { caption, continued: t('pdf.continued', { number }) }
}

const MEASURE_WIDTHS = [13.5, 13.5, 13.5, 13.5]
/** Index and size exposure of a portfolio. */
const FACT_WIDTHS = [18, 20]

function head(text: string, span = 1, left = false): Head {
  return { text, span, left }
}

function nameCell({ name, noteLetter }: SummaryRow): TableCell {
  return textCell(noteLetter === null ? name : `${name} (${noteLetter})`)
}

function notesOf({ missingNotes }: Report, rows: SummaryRow[]): string[] {
  return missingNotes
    .filter(({ code }) => rows.some((row) => row.code === code))
    .map(({ letter, text }) => `(${letter}) ${text}`)
}
