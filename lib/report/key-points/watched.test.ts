import { expect, it } from 'vitest'
import { formatPercent, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { buildReport } from '@/lib/report/build/build-report'
import { phraseText } from '@/lib/report/text/phrase'
import { plainDemo } from '@/lib/testing/report/claims/plain-demo'
import { PlainWeek, type PlainWindow } from '@/lib/testing/report/claims/plain-market'
import { unusualIn } from '@/lib/testing/report/claims/unusual-oracles'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { watched } from './watched'

const FIGURE =
  /(?<measure>long–short return|long excess|excess return) (?<window>this week|in \d{4}|in [A-Z][a-z]+) (?<value>\S+)% \((?<place>[^)]+)\)/g
const MEASURES: Record<string, string> = {
  'long–short return': 'longShort',
  'long excess': 'longExcess',
  'excess return': 'excess',
}

it('names every figure outside the usual band of the daily data, with its percentile, and no other', async () => {
  const demo = await readDemo()
  const market = plainDemo(demo)
  const weeks = sampleOf('watched weeks', weekEnds(demo.days).slice(60), 3)
  for (const asOf of [...weeks, '2024-08-30', '2024-01-26']) {
    const report = buildReport(demoInputs(demo, asOf, { locale: 'en' }))
    const week = new PlainWeek(market, asOf, 'en', 'arithmetic')
    const said = watched(report, translatorFor('en')).flatMap(({ code, text }) =>
      [...phraseText(text).matchAll(FIGURE)].map(({ groups }) =>
        [code, MEASURES[groups?.measure ?? ''], windowOf(groups?.window), groups?.value, groups?.place].join(' '),
      ),
    )
    const windows = asOf.slice(5, 7) === '01' ? (['week', 'year'] as const) : (['week', 'month', 'year'] as const)
    const expected = windows.flatMap((window) =>
      unusualIn(week, window).map(({ series, measure }) => {
        const value = formatPercent(week.value(series, measure, window))
        return [series.code, measure, window, value, placeOf(week.percentile(series, measure, window), window)].join(
          ' ',
        )
      }),
    )
    expect(said.toSorted(), asOf).toEqual(expected.toSorted())
  }
}, 60_000)

function windowOf(text = ''): PlainWindow {
  if (text === 'this week') return 'week'
  return /\d/.test(text) ? 'year' : 'month'
}

function placeOf(share: number | null, window: PlainWindow): string {
  if (share === null) throw new TypeError('an unusual figure has a percentile')
  const end = share === 1 ? 'highest' : share === 0 ? 'lowest' : null
  if (end !== null) return window === 'week' ? `its ${end} on record` : `the ${end} of all periods of this length`
  const rank = wholePercent(share)
  return `${rank}${['th', 'st', 'nd', 'rd'][rank % 10 > 3 || (rank > 10 && rank < 14) ? 0 : rank % 10]} percentile`
}

it('orders the series by their rarest figure', async () => {
  const report = buildReport(demoInputs(await readDemo(), '2024-08-30'))
  const share = (code: string) => {
    const row = [...report.table1.flatMap(({ rows }) => rows), ...report.table2].find((each) => each.code === code)
    const cells = [row?.primary, row?.longExcess].flatMap((of) => (of ? [of.week, of.month, of.year] : []))
    return Math.min(...cells.flatMap(({ percentile }) => (percentile === null ? [] : [percentile, 1 - percentile])))
  }
  const shares = watched(report, translatorFor('zh')).map(({ code }) => Math.max(0.001, share(code)))
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})
