/**
 * Builds the reports of weeks of the demo, and checks for each: the wording, and the sentences against the tables; tables
 * 1 and 2, computed again with plain loops; and for some, each sentence against the daily data. The weeks are all that
 * have an unusual calendar and a sample of the others, half of them in either language. With the sentences go those of
 * the mail, and its tables. A long run checks everything of every week in both, and prints how many claims of each kind it
 * found.
 */
import { expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import { expectGoodWording } from './report/check-wording'
import { ClaimCount } from './report/claims/claim-count'
import { judge } from './report/claims/judge'
import { judgeMessages } from './report/claims/judge-mail'
import { plainDemo } from './report/claims/plain-demo'
import { type Language, PlainWeek } from './report/claims/plain-market'
import { demoInputs, readDemo } from './report/demo-inputs'
import type { Convention } from './report/plain-figures'
import { disagreements, pairsOf } from './report/plain-tables'
import { weekEnds, weeksToCheck } from './report/weeks-to-check'
import { IS_LONG_RUN, sampleOf } from './run/run-mode'

const TIME_LIMIT_MS = 3_600_000
/** Number of weeks in addition to those with an unusual calendar. */
const USUAL_WEEKS = 30
/** Number of weeks in each language whose sentences are checked against the daily data. */
const CLAIMED_WEEKS = 12

const LANGUAGES: [Language, Convention][] = [
  ['zh', 'arithmetic'],
  ['en', 'geometric'],
]

/** Kinds of claims that the weeks of the demo must contain. */
const KINDS = [
  ...['new high', 'drawdown', 'streak', 'reversal', 'family together', 'portfolios', 'month and year'],
  ...['unusual month or year', 'others unusual', 'nothing unusual', 'family on one side', 'all on one side'],
  ...[
    'record of any factor',
    'record of a factor',
    'result of a portfolio',
    'results of two portfolios',
    'turned after a streak',
    'record of a family',
    'deepest drawdown',
  ],
  ...['row in words', 'bars in words', 'quadrants in words'],
  'own line in words',
  ...['commentary', 'line in words', 'columns in words', 'data check passed', 'before inception', 'turned'],
  ...['mail facts', 'mail longShort', 'mail longExcess', 'mail excess', 'mail absolute', 'absolute in words'],
]

/** The language of the first week of a usual run; the next week has the other one, and so on in turn. */
const [first = 0] = sampleOf('the first language', [0, 1], 1)

it.each(LANGUAGES)(
  'reports in %s read well, and are true',
  { timeout: TIME_LIMIT_MS },
  async (language, convention) => {
    const demo = await readDemo()
    const ends = weekEnds(demo.days)
    expect(ends).toHaveLength(546)
    const checked = weeksToCheck(ends, 'weeks of the demo', USUAL_WEEKS)
    expect(checked.length).toBeGreaterThanOrEqual(60)
    const turn = LANGUAGES.findIndex(([own]) => own === language)
    const weeks = IS_LONG_RUN ? checked : checked.filter((_, index) => (index + first) % LANGUAGES.length === turn)
    const claimed = new Set(sampleOf(`claims in ${language}`, weeks, CLAIMED_WEEKS))
    const [market, pairs, claims] = [plainDemo(demo), pairsOf(demo, demo.rows), new ClaimCount()]
    for (const asOf of weeks) {
      const report = buildReport(demoInputs(demo, asOf, { locale: language, convention }))
      expect(report.week.asOf).toBe(asOf)
      expectGoodWording(report)
      expect(disagreements(demo, report, pairs), asOf).toEqual([])
      if (!claimed.has(asOf)) continue
      const week = new PlainWeek(market, asOf, language, convention)
      claims.add(asOf, [...judge(report, week), ...judgeMessages(report, week)])
    }
    claims.expectTrue(`${language}, ${claimed.size} weeks`)
    if (IS_LONG_RUN) expect(KINDS.filter((kind) => !claims.kinds.has(kind))).toEqual([])
  },
)
