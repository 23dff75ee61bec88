import type { Phrase, PhrasePart, Report, Section } from '@/lib/report/model/report'
import { figuresOf } from '@/lib/report/text/figures-of'
import { spacedPhrase } from '@/lib/report/text/phrase'
import { splitMarks } from '@/lib/texts/marks'

/** What the marks of a text may name: the cells, the names and the other numbers of a report. */
export interface ReportParts {
  cells: ReadonlyMap<string, number | null>
  /** Short names of series and names of families, by their codes. */
  names: ReadonlyMap<string, string>
  /** Numbers of the drafted texts that are no cell's figure, by what they are of. */
  facts: ReadonlyMap<string, Extract<PhrasePart, { kind: 'fact' }>>
  /** Newest codes of renamed series by their old ones, which older texts have. */
  renamed: ReadonlyMap<string, string>
}

/** Returns what the marks of texts may name in a report, whose own texts are the drafted ones. */
export function reportParts(report: Report, renamed: ReadonlyMap<string, string>): ReportParts {
  const { table1, table2, many } = report
  const families = many?.families ?? table1
  const rows = [...families.flatMap((family) => family.rows), ...table2]
  const facts = new Map<string, Extract<PhrasePart, { kind: 'fact' }>>()
  // A sentence may write the name of a family in small letters.
  const names = new Map(families.map(({ code, name }) => [code, name]))
  for (const part of draftedPhrases(report).flat().reverse()) {
    if (part.kind === 'fact') facts.set(part.of, part)
    if (part.kind === 'name') names.set(part.code, part.text)
  }
  for (const { code, shortName } of rows) names.set(code, shortName)
  return {
    cells: new Map(Object.entries(figuresOf(report).cells)),
    names,
    facts,
    renamed,
  }
}

/** Returns all that a report says in sentences with figures. */
export function draftedPhrases({ keyPoints, ownKeyPoints, plainList, sections }: Report): Phrase[] {
  return [...[...keyPoints, ...ownKeyPoints, ...plainList].map(({ text }) => text), ...sections.flatMap(commentaries)]
}

function commentaries(section: Section): Phrase[] {
  if (section.kind === 'risk') return []
  return section.kind === 'factor' ? [section.commentary] : section.parts.map(({ commentary }) => commentary)
}

/** Returns what a mark names; null when the report has nothing of that name. */
export function partOfMark(mark: string, parts: ReportParts): PhrasePart | null {
  const [, kind, id = ''] = /^(name:|fact:)?(.*)$/s.exec(mark) ?? []
  if (kind === 'name:') {
    const code = parts.renamed.get(id) ?? id
    const text = parts.names.get(code)
    return text === undefined ? null : { kind: 'name', code, text }
  }
  if (kind === 'fact:') return parts.facts.get(id) ?? parts.facts.get(renamedFact(id, parts)) ?? null
  const [, own = '', size] = /^(.*?)(\|size)?$/s.exec(mark) ?? []
  const cell = parts.cells.has(own) ? own : renamedCell(own, parts)
  const value = parts.cells.get(cell)
  return value === undefined ? null : { kind: 'figure', cell, value, form: size === undefined ? 'signed' : 'size' }
}

/** Returns the id of a cell under the newest code of its series; a code may contain dots. */
function renamedCell(cell: string, { renamed }: ReportParts): string {
  const [, code = '', rest = ''] = /^(.*)(\.[^.]+\.[^.]+)$/.exec(cell) ?? []
  return `${renamed.get(code) ?? code}${rest}`
}

/** The same for what a fact is of: "zScore:intraday-skewness" or "percentile:intraday-skewness.longShort.week". */
function renamedFact(of: string, parts: ReportParts): string {
  const [kind = '', ...others] = of.split(':')
  const subject = others.join(':')
  return `${kind}:${parts.renamed.get(subject) ?? renamedCell(subject, parts)}`
}

/** Returns a line of a text with the figures of a report; a mark without a cell stays as it is written. */
export function boundLine(source: string, parts: ReportParts): Phrase {
  return spacedPhrase(
    splitMarks(source).map((piece) =>
      piece.kind === 'text' ? { kind: 'text', text: piece.text } : boundMark(piece.mark, parts),
    ),
  )
}

/** Returns what stands for a mark: its figure or name, or else the mark itself, which the gate then finds. */
export function boundMark(mark: string, parts: ReportParts): PhrasePart {
  return partOfMark(mark, parts) ?? { kind: 'text', text: `{${mark}}` }
}
