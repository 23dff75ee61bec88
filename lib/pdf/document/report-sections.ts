import { formatPercent } from '@/lib/base/format'
import type { FigureRows } from '@/lib/figures/kinds/figure-kind'
import type { Figure } from '@/lib/figures/page-figure'
import { isLine } from '@/lib/figures/rows/rows'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { measureCells } from '@/lib/pdf/document/tables/report-tables'
import { textCell } from '@/lib/pdf/document/tables/table-spec'
import { sectionId, shownSections } from '@/lib/report/bind/section-id'
import type { FactorRow, FactorSection, PortfolioSection, Report } from '@/lib/report/model/report'
import { figureKey, type JobParts } from './job'
import { phraseParts } from './phrase-parts'
import { richParts } from './rich-parts'
import { sourceOf } from './source'

/** Returns the numbered sections for the template. */
export function sectionsOf(job: JobParts) {
  const t = translatorFor(job.report.locale, job.report.window)
  const rows = new Map(job.report.table1.flatMap((group) => group.rows).map((row) => [row.code, row]))
  return shownSections(job.report).map((section) => {
    const own = job.report.written?.sectionCommentary[sectionId(section)]
    const head = { number: String(section.number), title: section.title, ...(own && { written: richParts(own) }) }
    if (section.kind === 'factor') return { ...head, ...factorSection(section, rows.get(section.code), job, t) }
    if (section.kind === 'portfolios') return { ...head, ...portfolioSection(section, job, t) }
    return { ...head, kind: 'list', entries: section.risks }
  })
}

function factorSection(section: FactorSection, row: FactorRow | undefined, job: JobParts, t: Translator) {
  if (!row) throw new TypeError(`section ${section.number} is about ${section.code}, which is not in table 1`)
  const { reference } = section
  return {
    kind: section.kind,
    facts: [section.facts, ...(reference === null ? [] : [t('sections.reference', { title: reference })])].join(
      t('pdf.factStop'),
    ),
    description: section.description,
    commentary: phraseParts(section.commentary),
    notes: notesOf(job.report, section),
    strip: stripOf(row, job.report, t),
    figures: section.figures.map((figure) => figureSpec(figure, job, t)),
  }
}

/** Returns the row of table 1, transposed. */
function stripOf({ primary, longExcess }: FactorRow, { labels }: Report, t: Translator) {
  return {
    head: [t('tables.unit'), labels.week, labels.month, labels.year, t('pdf.monthlyWins')],
    rows: [
      [textCell(t('measures.longShort')), ...measureCells(primary)],
      [textCell(t('measures.longExcess')), ...measureCells(longExcess)],
    ],
  }
}

function portfolioSection(section: PortfolioSection, job: JobParts, t: Translator) {
  const last = section.objectiveLegend.length - 1
  return {
    kind: section.kind,
    facts: section.facts,
    description: section.description,
    constraints: section.constraints,
    objective: objectiveKey(section.objective),
    legend: section.objectiveLegend.map((entry, index) => ({
      ...entry,
      separator: index < last ? t('keyPoints.semicolon') : t('keyPoints.stop'),
    })),
    assumptions: section.assumptions,
    parts: section.parts.map((part) => ({
      name: part.name,
      commentary: phraseParts(part.commentary),
      notes: notesOf(job.report, part),
      figures: part.figures.map((figure) => figureSpec(figure, job, t)),
    })),
  }
}

/** Returns the key of an objective function, which the template has in Typst notation. */
function objectiveKey(tex: string): string {
  const key = OBJECTIVES.get(tex)
  if (key === undefined) throw new RangeError(`no setting for the objective function ${tex}`)
  return key
}

const OBJECTIVES = new Map([[String.raw`\max_{w}\ \sum_{i=1}^{N} \mu_i\, w_i`, 'max-expected-excess']])

function figureSpec(figure: Figure, job: JobParts, t: Translator) {
  const key = figureKey(figure)
  const rows = job.rows[key] ?? null
  const isDrawn = rows !== null && figure.emptyReason === null
  const depth = isDrawn ? depthText(rows, t) : null
  return {
    // Where sections are hidden or in another order, figures keep the numbers that they have on the page.
    ...(job.report.written && { number: figure.number }),
    caption: t('pdf.caption', {
      subject: nameOf(figure, job.report),
      title: t(`pdf.figure-${drawnKind(figure)}`),
    }),
    note: depth === null ? figure.note : t('pdf.lineNote', { note: figure.note }),
    source: sourceOf(job, t),
    image: isDrawn ? `${key}.svg` : null,
    alt: depth === null ? figure.alt : `${figure.alt}${depth}`,
    empty: figure.emptyReason ?? '',
  }
}

/** Returns the kind of a figure in a section. */
function drawnKind({ kind, number }: Figure) {
  if (kind === 'relative-strength' || kind === 'legs' || kind === 'cumulative-excess' || kind === 'excess') return kind
  throw new TypeError(`figure ${number} is a ${kind}, which no section has`)
}

/** Returns the short name, so that captions and the list of figures fit on one line; headings have the full name. */
function nameOf({ code, subject }: Figure, { table1, table2 }: Report): string {
  const rows = [...table1.flatMap((group) => group.rows), ...table2]
  return rows.find((row) => row.code === code)?.shortName ?? subject
}

/** Describes the drawdown under a line in words; null for bars. */
function depthText(rows: FigureRows, t: Translator): string | null {
  if (!isLine(rows)) return null
  const base = rows.measure === 'cumulative-excess' ? 1 : 0
  const depths = drawdowns(rows.values.map((value) => (value === null ? null : value + base)))
  const known = depths.filter((depth) => depth !== null)
  const deepest = known.reduce((low, depth) => Math.min(low, depth), 0)
  return t('pdf.altDrawdown', { deepest: formatPercent(deepest), last: formatPercent(known.at(-1) ?? null) })
}

function notesOf({ missingNotes }: Report, { code, life }: { code: string; life: string[] }): string[] {
  return [...missingNotes.filter((note) => note.code === code).map(({ text }) => text), ...life]
}
