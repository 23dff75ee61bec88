/**
 * Reads the sentences of reports back into claims and checks each against the daily data, in both languages, for weeks of
 * the demo and of two synthetic markets. A long run checks every week and prints how many claims of each kind it found.
 */
import { beforeAll, expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { changesOf } from '@/lib/pdf/document/week-changes'
import { buildReport } from '@/lib/report/build/build-report'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { FactorSection, Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'
import { CHECK_ORACLES } from './report/claims/check-oracles'
import { HEADLINE_ORACLES } from './report/claims/headline-oracles'
import { HISTORY_ORACLES } from './report/claims/history-oracles'
import { barsAltOf, plainLineOf, scatterAlt } from './report/claims/list-oracles'
import type { ClaimOracle } from './report/claims/oracle'
import { plainDemo } from './report/claims/plain-demo'
import { type Language, type PlainMarket, type PlainSeries, PlainWeek, spaced } from './report/claims/plain-market'
import { POINT_ORACLES } from './report/claims/point-oracles'
import { columnsAlt, commentaryOf, lineAltOf } from './report/claims/section-oracles'
import { syntheticInputs, syntheticMarket } from './report/claims/synthetic-market'
import { UNUSUAL_ORACLES, unmentionedToDate } from './report/claims/unusual-oracles'
import { type Demo, demoInputs, readDemo } from './report/demo-inputs'
import type { Convention } from './report/plain-figures'
import { weekEnds } from './report/weeks-to-check'
import { IS_LONG_RUN, sampleOf, TEST_SEED } from './run/run-mode'

const TIME_LIMIT_MS = 3_600_000
const LANGUAGES: [Language, Convention][] = [
  ['zh', 'arithmetic'],
  ['en', 'geometric'],
]

/** Kinds of claims that the weeks of the demo must contain. */
const KINDS = [
  ...['new high', 'drawdown', 'streak', 'reversal', 'family together', 'portfolios', 'month and year'],
  ...['unusual month or year', 'others unusual', 'nothing unusual', 'signs counted', 'family on one side'],
  ...['record of any factor', 'record of a factor', 'record of a portfolio', 'record of a family', 'deepest drawdown'],
  ...['row in words', 'bars in words', 'quadrants in words'],
  ...['commentary', 'line in words', 'columns in words', 'data check passed', 'before inception', 'turned'],
]

let demo: Demo
let demoMarket: PlainMarket

beforeAll(async () => {
  demo = await readDemo()
  demoMarket = plainDemo(demo)
})

it.each(LANGUAGES)('says nothing untrue of the demo in %s', { timeout: TIME_LIMIT_MS }, (language, convention) => {
  const weeks = sampleOf(`claims in ${language}`, weekEnds(demoMarket.days), 15)
  const claims = checkWeeks(demoMarket, weeks, [language, convention], (asOf) =>
    demoInputs(demo, asOf, { locale: language, convention }),
  )
  if (IS_LONG_RUN) expect(KINDS.filter((kind) => !claims.has(kind))).toEqual([])
})

it.each(LANGUAGES)(
  'says nothing untrue of a market with ties, gaps and late series in %s',
  { timeout: TIME_LIMIT_MS },
  (language, convention) => {
    const market = syntheticMarket(`claims ${TEST_SEED}`)
    const weeks = sampleOf(`claims of a synthetic market in ${language}`, weekEnds(market.days), 25)
    checkWeeks(market, weeks, [language, convention], (asOf) => syntheticInputs(market, asOf, language, convention))
  },
)

it.each(LANGUAGES)(
  'says nothing untrue of a market with one series in %s',
  { timeout: TIME_LIMIT_MS },
  (language, convention) => {
    const only = syntheticMarket(`one claim ${TEST_SEED}`, ['book'])
    const weeks = sampleOf(`claims of one series in ${language}`, weekEnds(only.days), 12)
    checkWeeks(only, weeks, [language, convention], (asOf) => syntheticInputs(only, asOf, language, convention))
  },
)

/** Checks the reports of some weeks. Returns the number of claims by kind. */
function checkWeeks(
  market: PlainMarket,
  weeks: string[],
  [language, convention]: [Language, Convention],
  inputsOf: (asOf: string) => ReportInputs,
): Map<string, number> {
  const claims = new Map<string, number>()
  const untrue = new Map<string, number>()
  const faults = weeks.flatMap((asOf) => {
    const judged = judge(buildReport(inputsOf(asOf)), new PlainWeek(market, asOf, language, convention))
    return judged.flatMap(({ type, sentence, faults: found }) => {
      claims.set(type, (claims.get(type) ?? 0) + 1)
      if (found.length > 0) untrue.set(type, (untrue.get(type) ?? 0) + 1)
      return found.map((fault) => `${asOf} ${type}: ${sentence} [${fault}]`)
    })
  })
  if (IS_LONG_RUN) {
    const counts = [...claims].map(
      ([type, count]) => `${type} ${count - (untrue.get(type) ?? 0)} true, ${untrue.get(type) ?? 0} untrue`,
    )
    console.info([`${language}, ${weeks.length} weeks:`, ...counts.sort()].join('\n  '))
  }
  expect(faults.slice(0, 20)).toEqual([])
  return claims
}

interface Judged {
  type: string
  sentence: string
  faults: string[]
}

function judge(report: Report, week: PlainWeek): Judged[] {
  const points = report.keyPoints.map(({ text }) => spaced(phraseText(text)))
  const ofPoints = points.map((point, index) =>
    judged(
      point,
      [...HISTORY_ORACLES, ...UNUSUAL_ORACLES, ...POINT_ORACLES],
      week,
      points.toSpliced(index, 1).join('\n'),
    ),
  )
  const clauses = report.headline.map((clause) => spaced(clause).replace(/[：，；:,;]? ?$/, ''))
  const ofHeadline = clauses.map((clause) => judged(clause, HEADLINE_ORACLES, week))
  return [
    ...ofPoints,
    ...unmentioned(points, week),
    ...ofHeadline,
    ...ofSections(report, week),
    ...report.plainList.map(({ code, text }) =>
      judged(spaced(phraseText(text)), [plainLineOf(seriesOf(code, week))], week),
    ),
    ...ofChecks(report, week),
  ]
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
    ...(columns.emptyReason === null ? [judged(spaced(columns.alt), [columnsAlt], week)] : []),
    ...(scatter.emptyReason === null ? [judged(spaced(scatter.alt), [scatterAlt], week)] : []),
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
  return { type: 'not understood', sentence, faults: ['no oracle understands it'] }
}
