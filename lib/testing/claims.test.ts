/**
 * Reads the sentences of reports back into claims and checks each against the daily data, in both languages, for weeks of
 * two synthetic markets; every-week.test.ts does so for the demo. A long run checks every week.
 */
import { it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import { ClaimCount } from './report/claims/claim-count'
import { judge } from './report/claims/judge'
import { judgeMessages } from './report/claims/judge-mail'
import { type Language, type PlainMarket, PlainWeek } from './report/claims/plain-market'
import { syntheticInputs, syntheticMarket } from './report/claims/synthetic-market'
import type { Convention } from './report/plain-figures'
import { weekEnds } from './report/weeks-to-check'
import { sampleOf, TEST_SEED } from './run/run-mode'

const TIME_LIMIT_MS = 3_600_000
const LANGUAGES: [Language, Convention][] = [
  ['zh', 'arithmetic'],
  ['en', 'geometric'],
]

it.each(LANGUAGES)(
  'says nothing untrue of a market with ties, gaps and late series in %s',
  { timeout: TIME_LIMIT_MS },
  (language, convention) => {
    const market = syntheticMarket(`claims ${TEST_SEED}`)
    const weeks = sampleOf(`claims of a synthetic market in ${language}`, weekEnds(market.days), 15)
    checkWeeks(market, weeks, language, convention)
  },
)

it.each(LANGUAGES)(
  'says nothing untrue of a market with one series in %s',
  { timeout: TIME_LIMIT_MS },
  (language, convention) => {
    const only = syntheticMarket(`one claim ${TEST_SEED}`, ['book'])
    const weeks = sampleOf(`claims of one series in ${language}`, weekEnds(only.days), 12)
    checkWeeks(only, weeks, language, convention)
  },
)

function checkWeeks(market: PlainMarket, weeks: string[], language: Language, convention: Convention): void {
  const claims = new ClaimCount()
  for (const asOf of weeks) {
    const report = buildReport(syntheticInputs(market, asOf, language, convention))
    const week = new PlainWeek(market, asOf, language, convention)
    claims.add(asOf, [...judge(report, week), ...judgeMessages(report, week)])
  }
  claims.expectTrue(`${language}, ${weeks.length} weeks`)
}
