import { expect, it } from 'vitest'
import { seriesHistories } from '@/lib/report/build/series-histories'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { pairOf } from '@/lib/testing/report/plain-figures'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { type RiskFigures, riskOf } from './risk'

const AS_OF = '2024-08-30'

/** Computes the risk of the ratio of two legs by plain loops over the rows of the CSV. */
function plainRisk(returns: [number, number][]): RiskFigures {
  const daily = returns.map(([leg, against]) => (1 + leg) / (1 + against) - 1)
  let sum = 0
  for (const value of daily) sum += value
  const mean = sum / daily.length
  let squares = 0
  for (const value of daily) squares += (value - mean) ** 2
  const deviation = Math.sqrt(squares / (daily.length - 1))
  let [line, top, deepest] = [1, 1, 0]
  for (const value of daily) {
    line *= 1 + value
    top = Math.max(top, line)
    deepest = Math.min(deepest, line / top - 1)
  }
  return {
    volatility: deviation * Math.sqrt(252),
    ratio: (mean / deviation) * Math.sqrt(252),
    maximumDrawdown: deepest,
    currentDrawdown: line / top - 1,
  }
}

function expectClose(found: RiskFigures, expected: RiskFigures): void {
  for (const name of ['volatility', 'ratio', 'maximumDrawdown', 'currentDrawdown'] as const)
    expect(found[name], name).toBeCloseTo(expected[name] ?? Number.NaN, 10)
}

it('is that of the daily data, since inception and over one year', async () => {
  const demo = await readDemo()
  const histories = seriesHistories(demoInputs(demo, AS_OF))
  const chosen = new Set(
    sampleOf(
      'series whose risk is checked',
      histories.map(({ code }) => code),
      4,
    ),
  )
  for (const history of histories.filter(({ code, kind }) => kind === 'portfolio' || chosen.has(code))) {
    const legs: [string, string] = history.kind === 'factor' ? ['long', 'short'] : ['portfolio', 'benchmark']
    const days = [...pairOf(demo.rows, history.code, legs)].filter(([date]) => date <= AS_OF)
    const { sinceInception, oneYear } = riskOf(history)
    expectClose(sinceInception, plainRisk(days.map(([, pair]) => pair)))
    expectClose(oneYear, plainRisk(days.filter(([date]) => date > '2023-08-30').map(([, pair]) => pair)))
  }
})

it('has nothing over one year for a series that is younger', async () => {
  const [history] = seriesHistories(demoInputs(await readDemo(), '2014-06-27'))
  if (!history) throw new Error('the demo has no series')
  const { sinceInception, oneYear } = riskOf(history)
  expect(sinceInception.volatility).toBeGreaterThan(0)
  expect(oneYear).toEqual({ volatility: null, ratio: null, maximumDrawdown: null, currentDrawdown: null })
})
