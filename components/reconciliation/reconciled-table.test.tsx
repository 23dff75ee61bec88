/**
 * Checks every figure and every general statement of the reconciliation page against the daily data, for weeks of the
 * demo and of a synthetic market. A long run checks every week.
 */
import { parseHTML } from 'linkedom'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView } from '@/lib/address/view'
import { reconcile } from '@/lib/report/build/reconciliation'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { plainDemo } from '@/lib/testing/report/claims/plain-demo'
import {
  type Language,
  type PlainMarket,
  type PlainMeasure,
  type PlainSeries,
  PlainWeek,
  type PlainWindow,
  spaced,
} from '@/lib/testing/report/claims/plain-market'
import { printed } from '@/lib/testing/report/claims/section-oracles'
import { syntheticInputs, syntheticMarket } from '@/lib/testing/report/claims/synthetic-market'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import type { Convention } from '@/lib/testing/report/plain-figures'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf, TEST_SEED } from '@/lib/testing/run/run-mode'
import { ReconciledTable } from './reconciled-table'

const LANGUAGES: [Language, Convention][] = [
  ['zh', 'arithmetic'],
  ['en', 'geometric'],
]
const MEASURES: PlainMeasure[] = ['longShort', 'longExcess', 'excess']
const WINDOWS: PlainWindow[] = ['week', 'month', 'year']
/** Position of the reference among the legs. */
const REFERENCE: Record<PlainMeasure, number> = { longShort: 1, longExcess: 2, excess: 1 }
const TIME_LIMIT_MS = 3_600_000

it.each(LANGUAGES)('compares both conventions of the demo in %s', { timeout: TIME_LIMIT_MS }, async (locale, used) => {
  const demo = await readDemo()
  const weeks = sampleOf(`reconciliations in ${locale}`, weekEnds(demo.days), 6)
  check(plainDemo(demo), weeks, (asOf) => demoInputs(demo, asOf, { locale }), locale, used)
})

it.each(LANGUAGES)('compares both of a market with gaps in %s', { timeout: TIME_LIMIT_MS }, (locale, used) => {
  const market = syntheticMarket(`reconciliation ${TEST_SEED}`)
  const weeks = sampleOf(`reconciliations of a synthetic market in ${locale}`, weekEnds(market.days), 10)
  check(market, weeks, (asOf) => syntheticInputs(market, asOf, locale, used), locale, used)
})

function check(
  market: PlainMarket,
  weeks: string[],
  inputsOf: (asOf: string) => ReportInputs,
  language: Language,
  used: Convention,
): void {
  for (const asOf of weeks) {
    const { version, groups, labels } = reconcile(inputsOf(asOf))
    const view = parseView(language, `v${version}.00000000-${used}-family-auto-red`)
    if (!view) throw new TypeError('the view is wrong')
    const tables = groups.map((group) => (
      <ReconciledTable key={group.measure} group={group} labels={labels} view={view} />
    ))
    const { document } = parseHTML(`<body>${renderToStaticMarkup(tables)}</body>`)
    const inBoth = (['arithmetic', 'geometric'] as const).map((each) => new PlainWeek(market, asOf, language, each))
    const [arithmetic, geometric] = inBoth
    if (!arithmetic || !geometric) throw new TypeError('two conventions')
    for (const measure of MEASURES) {
      const series = market.series.filter(({ isFactor }) => isFactor === (measure !== 'excess'))
      const rows = [...document.querySelectorAll(`#${measure} tr[data-series]`)]
      const names = rows.map((row) => spaced(row.querySelector('th')?.textContent ?? ''))
      expect(names, asOf).toEqual(series.map(({ name }) => spaced(name[language])))
      for (const [index, row] of rows.entries())
        expect(faultsOf(row, series[index] as PlainSeries, measure, { arithmetic, geometric, used }), asOf).toEqual([])
    }
  }
}

interface InBoth {
  arithmetic: PlainWeek
  geometric: PlainWeek
  used: Convention
}

/** Returns what is untrue of a row: four figures for each window, the one of the convention in use bold. */
function faultsOf(row: Element, series: PlainSeries, measure: PlainMeasure, { used, ...inBoth }: InBoth): string[] {
  const cells = [...row.querySelectorAll('td')]
  return WINDOWS.flatMap((window, index) => {
    const [a, g, difference, reference] = cells.slice(4 * index, 4 * index + 4)
    const arithmetic = inBoth.arithmetic.value(series, measure, window)
    const geometric = inBoth.geometric.value(series, measure, window)
    const against = inBoth.arithmetic.leg(series, REFERENCE[measure], window)
    const gap = arithmetic === null || geometric === null ? null : arithmetic - geometric
    const isBold = (cell: Element | undefined) => (cell?.getAttribute('class') ?? '').includes('font-bold')
    const wrong = (what: string) => [`${series.code} ${measure} ${window}: ${what}`]
    return [
      ...(printed(a?.textContent ?? '', arithmetic) ? [] : wrong(`arithmetic ${a?.textContent}, not ${arithmetic}`)),
      ...(printed(g?.textContent ?? '', geometric) ? [] : wrong(`geometric ${g?.textContent}, not ${geometric}`)),
      ...(printed(difference?.textContent ?? '', gap)
        ? []
        : wrong(`difference ${difference?.textContent}, not ${gap}`)),
      ...(printed(reference?.textContent ?? '', against) ? [] : wrong(`b ${reference?.textContent}, not ${against}`)),
      ...(isBold(a) === (used === 'arithmetic') && isBold(g) === (used === 'geometric') ? [] : wrong('not bold')),
      ...untrueOf({ arithmetic, geometric, against }, lineOf(series, measure, window, inBoth.arithmetic)).flatMap(
        wrong,
      ),
    ]
  })
}

interface Figures {
  arithmetic: number | null
  geometric: number | null
  against: number | null
}

/** Returns which general statements of the introduction are untrue of the figures. @param line change of the NAV ratio */
function untrueOf({ arithmetic, geometric, against }: Figures, line: number | null): string[] {
  if (arithmetic === null || geometric === null || against === null || line === null) return []
  const isLarger = Math.abs(arithmetic) - Math.abs(geometric)
  return [
    ...(Math.abs(arithmetic - geometric - geometric * against) < 1e-12 ? [] : ['the difference is not geometric × b']),
    ...(Math.abs(isLarger) < 1e-12 || isLarger > 0 === against > 0 ? [] : ['the wrong one is larger']),
    ...(Math.abs(geometric - line) < 1e-12 ? [] : ['the geometric figure is not the change of the NAV ratio']),
  ]
}

/** Returns the product of the daily ratios of both legs in a period, minus 1. */
function lineOf(series: PlainSeries, measure: PlainMeasure, window: PlainWindow, week: PlainWeek): number | null {
  let ratio = 1
  for (const day of week.period(window)) {
    const row = series.rows.get(day)
    if (!row || day < series.inception) return null
    ratio *= (1 + Number(row[0])) / (1 + Number(row[REFERENCE[measure]]))
  }
  return ratio - 1
}
