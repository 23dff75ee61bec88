/** Reads the sentences of a report back into claims, and checks each against the daily data. */
import { translatorFor } from '@/lib/messages/translate'
import { changesOf } from '@/lib/pdf/document/week-changes'
import type { FactorSection, Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { CHECK_ORACLES } from './check-oracles'
import { HEADLINE_ORACLES } from './headline-oracles'
import { CLAUSE_ORACLES } from './history-oracles'
import { barsAltOf, ownLineOf, plainLineOf, scatterAlt } from './list-oracles'
import { type ClaimOracle, expectThat } from './oracle'
import { type PlainSeries, type PlainWeek, spaced } from './plain-market'
import { POINT_ORACLES, turn } from './point-oracles'
import { columnsAlt, commentaryOf, lineAltOf } from './section-oracles'
import { UNUSUAL_ORACLES, unmentionedToDate } from './unusual-oracles'

/** A claim, its sentence, and what is untrue of it. */
export interface Judged {
  type: string
  sentence: string
  faults: string[]
}

const NOT_UNDERSTOOD = 'not understood'

/** Returns every claim of a report. */
export function judge(report: Report, week: PlainWeek): Judged[] {
  const points = report.keyPoints.map(({ text }) => spaced(phraseText(text)))
  const ofPoints = points.flatMap((point, index) => judgedPoint(point, points.toSpliced(index, 1).join('\n'), week))
  const clauses = report.headline.map((clause) => spaced(clause).replace(/[：，；:,;]? ?$/, ''))
  const ofHeadline = clauses.map((clause) => judged(clause, HEADLINE_ORACLES, week))
  return [
    ...ofPoints,
    ...unmentioned(points, week),
    ...ofHeadline,
    portfoliosIn(ofHeadline, week),
    ...ofSections(report, week),
    ...ofPlainList(report, week),
    ...ofChecks(report, week),
  ]
}

/** Judges a key point: the clauses of one kind in a sentence, or a whole sentence. */
function judgedPoint(point: string, others: string, week: PlainWeek): Judged[] {
  const clauses = point.replace(/[。.]$/, '').split(week.language === 'zh' ? '；' : '; ')
  const ofClauses = clauses.map((clause) => judged(clause, [...CLAUSE_ORACLES, turn], week))
  if (ofClauses.every(({ type }) => type !== NOT_UNDERSTOOD)) return ofClauses
  return [judged(point, [...UNUSUAL_ORACLES, ...POINT_ORACLES], week, others)]
}

/** A headline says something of the portfolios when one of them has a return this week. */
function portfoliosIn(clauses: Judged[], week: PlainWeek): Judged {
  const isKnown = week.portfolios.some((series) => week.value(series, 'excess', 'week') !== null)
  const isSaid = clauses.some(({ sentence }) => week.mentioned(sentence).some(({ isFactor }) => !isFactor))
  const sentence = clauses.map((clause) => clause.sentence).join(' | ')
  return { type: 'portfolios in the headline', sentence, faults: expectThat(isSaid || !isKnown, 'no portfolio') }
}

/** A report without the sentence about month and year says that nothing in them is unusual. */
function unmentioned(points: string[], week: PlainWeek): Judged[] {
  const oracle = UNUSUAL_ORACLES.find(({ type }) => type === 'unusual month or year')
  if (points.some((point) => oracle?.pattern[week.language].test(point))) return []
  return [{ type: 'nothing unusual to date', sentence: '', faults: unmentionedToDate([], week) }]
}

function ofSections({ sections, weekBefore }: Report, week: PlainWeek): Judged[] {
  const paragraphs = sections.flatMap((section): Pick<FactorSection, 'code' | 'commentary' | 'figures'>[] => {
    if (section.kind === 'risk') return []
    return section.kind === 'factor' ? [section] : section.parts
  })
  const ofParts = paragraphs.flatMap(({ code, commentary, figures }) => {
    const series = seriesOf(code, week)
    const [line, bars] = figures
    const isDrawn = line && line.emptyReason === null && week.line(series) !== null
    return [
      judged(spaced(phraseText(commentary)), [commentaryOf(series)], week),
      ...(isDrawn ? [judged(spaced(line.alt), [lineAltOf(series)], week)] : []),
      ...(bars?.emptyReason === null ? [judged(spaced(bars.alt), [barsAltOf(series)], week)] : []),
    ]
  })
  const [columns, scatter] = weekBefore.figures
  return [
    ...ofParts,
    ...(columns?.emptyReason === null ? [judged(spaced(columns.alt), [columnsAlt], week)] : []),
    ...(scatter?.emptyReason === null ? [judged(spaced(scatter.alt), [scatterAlt], week)] : []),
  ]
}

function ofPlainList({ plainList, ownKeyPoints }: Report, week: PlainWeek): Judged[] {
  return [
    ...plainList.map(({ code, text }) => judged(spaced(phraseText(text)), [plainLineOf(seriesOf(code, week))], week)),
    ...ownKeyPoints.map(({ code, text }) => judged(spaced(phraseText(text)), [ownLineOf(seriesOf(code, week))], week)),
  ]
}

function seriesOf(code: string, { market }: PlainWeek): PlainSeries {
  const series = market.series.find((each) => each.code === code)
  if (!series) throw new TypeError(`no series ${code}`)
  return series
}

function ofChecks(report: Report, week: PlainWeek): Judged[] {
  const changes = changesOf(report, translatorFor(report.locale)).flatMap(({ entries }) => entries.map(textOfParts))
  const notes = report.missingNotes.map(({ text }) => text)
  return [...changes, ...notes].map((text) => judged(spaced(text), CHECK_ORACLES, week))
}

function textOfParts(parts: { text: string }[]): string {
  return parts.map(({ text }) => text).join('')
}

/** Judges a sentence by the first oracle that understands it. */
function judged(sentence: string, oracles: readonly ClaimOracle[], week: PlainWeek, others = ''): Judged {
  for (const { type, pattern, faults } of oracles) {
    const said = pattern[week.language].exec(sentence)
    if (said) return { type, sentence, faults: faults(said.groups ?? {}, week, others) }
  }
  return { type: NOT_UNDERSTOOD, sentence, faults: ['no oracle understands it'] }
}
