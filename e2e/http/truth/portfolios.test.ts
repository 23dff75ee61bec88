/** Holds each figure on the page of all portfolios against plain loops over their daily returns. */
import { expect, test } from 'vitest'
import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { find, getPage, textOf, textsIn } from '../client'
import { between, getLegs, indexFigures, lineFigures, type Pair, pairOf, runFigures, weekKey } from './naive-figures'
import { sampledConventions } from './sampled-series'
import { AS_OF, namedFigures, STARTS } from './table-figures'

const CODES = ['csi500-ai-enhanced', 'csi1000-ai-enhanced']
const PERIODS = ['', 'year', 'oneYear', 'threeYears', 'fiveYears'] as const

for (const convention of sampledConventions('portfolios')) {
  const [period = ''] = sampleOf('period of the portfolios', PERIODS, 1)
  test(`side by side and each, ${period || 'since inception'}, ${convention}`, { timeout: 40_000 }, async () => {
    const [language = ''] = sampleOf('language of the portfolios', ['', '/en'], 1)
    const query = new URLSearchParams({ convention, ...(period !== '' && { period }) })
    const { document } = await getPage(`${language}/portfolios?${query}`)
    const pairs = await Promise.all(CODES.map(async (code) => pairOf(await getLegs('portfolios', code))))
    const cell = (name: string) => textOf(find(document, `[data-cell="${name}"]`))
    for (const [index, code] of CODES.entries()) {
      const all = pairs[index] as Pair
      const chosen = between(all, period === '' ? '' : STARTS[period], AS_OF)
      const [line, beside] = [lineFigures(chosen), indexFigures(all, chosen)]
      const excess = namedFigures(all, convention)
      const weeks = runFigures(all, weekKey, between(all, STARTS.year, AS_OF), convention)
      const expected = {
        week: formatPercent(excess.week),
        month: formatPercent(excess.month),
        quarter: formatPercent(excess.quarter),
        year: formatPercent(excess.year),
        wins: `${weeks.filter(({ value }) => value > 0).length}/${weeks.length}`,
        excess: formatPercent(line.perYear ?? line.total),
        trackingError: formatRatio(100 * line.volatility),
        informationRatio: formatSigned(line.ratio),
        drawdown: formatPercent(line.deepest),
        beta: formatRatio(beside.beta),
        upCapture: formatRatio(100 * Number(beside.upCapture), 1),
        downCapture: formatRatio(100 * Number(beside.downCapture), 1),
      }
      for (const [name, figure] of Object.entries(expected)) expect(cell(`${code}.${name}`), name).toBe(figure)
      const still = all.dates.map(() => 0)
      const lines = { portfolio: { ...all, b: still }, index: { ...all, a: all.b, b: still }, excess: all }
      for (const [name, pair] of Object.entries(lines))
        for (const [window, value] of Object.entries(namedFigures(pair, convention)))
          expect(cell(`${code}.${name}.${window}`), `${name} ${window}`).toBe(formatPercent(value))
    }
    const [own, other] = pairs.map((pair) => weeksOf(pair, period === '' ? '' : STARTS[period]))
    const correlation = formatSigned(pearson(own ?? [], other ?? []))
    expect(textsIn(document, `[data-pair="${CODES.join()}"]`)).toEqual([correlation])
  })
}

/** Returns the weekly returns of the line, of the weeks that end in the period. */
function weeksOf(all: Pair, from: string): number[] {
  return runFigures(all, weekKey, between(all, from, AS_OF), 'geometric').map(({ value }) => value)
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [products, squaresA, squaresB] = [0, 0, 0]
  for (const [week, value] of a.entries()) {
    const [x, y] = [value - meanA, Number(b[week]) - meanB]
    products += x * y
    squaresA += x * x
    squaresB += y * y
  }
  return products / Math.sqrt(squaresA * squaresB)
}
