/** Compares the most similar weeks with plain loops over the daily rows of the demo. */
import { beforeAll, expect, it } from 'vitest'
import { plainDemo } from '@/lib/testing/report/claims/plain-demo'
import { type PlainMarket, type PlainSeries, spreadOf, weeksOf } from '@/lib/testing/report/claims/plain-market'
import type { Demo } from '@/lib/testing/report/demo-inputs'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import type { Convention } from '@/lib/testing/report/plain-figures'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf, sizeOfRun } from '@/lib/testing/run/run-mode'
import { buildReport } from './build-report'

let demo: Demo
let market: PlainMarket
beforeAll(async () => {
  demo = await readDemo()
  market = plainDemo(demo)
})

/** Returns the z-score of a week of a factor against the weeks that end in the three years before its end. */
function plainScore(spreads: (number | null)[], ends: string[], week: number): number | null {
  const end = ends[week] ?? ''
  const since = `${Number(end.slice(0, 4)) - 3}${end.slice(4)}`
  const past = spreads.slice(0, week).filter((value, index) => value !== null && (ends[index] ?? '') > since)
  const [value, known] = [spreads[week] ?? null, past.map(Number)]
  if (value === null || known.length < 52) return null
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length
  const variance = known.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (known.length - 1)
  return variance === 0 ? null : (value - mean) / Math.sqrt(variance)
}

const mean = (values: (number | null)[]) => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

function universeOver(factor: PlainSeries, days: readonly string[]): number | null {
  const rows = days.map((day) => factor.rows.get(day)?.[2])
  return rows.includes(undefined) ? null : rows.reduce<number>((nav, daily) => nav * (1 + Number(daily)), 1) - 1
}

/** Returns the five nearest weeks and what followed them, by plain loops. */
function plainSimilar(asOf: string, convention: Convention) {
  const factors = market.series.filter(({ isFactor }) => isFactor)
  const portfolios = market.series.filter(({ isFactor }) => !isFactor)
  const weeks = weeksOf(market.days.filter((day) => day <= asOf))
  const ends = weeks.map((week) => week.at(-1) ?? '')
  const last = weeks.length - 1
  const spreads = factors.map((own) => weeks.map((days) => spreadOf(own, 'longShort', days, convention)))
  const own = spreads.map((values) => plainScore(values, ends, last))
  const least = Math.max(3, Math.ceil(own.filter((score) => score !== null).length / 2))
  const found = []
  for (let week = 0; week <= last - 5; week++) {
    const gaps = spreads.flatMap((values, index) => {
      const [a, b] = [plainScore(values, ends, week), own[index] ?? null]
      return a === null || b === null ? [] : [(a - b) ** 2]
    })
    if (gaps.length < least) continue
    const distance = Math.sqrt(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)
    found.push({ week, distance })
  }
  const oldest = factors.toSorted((a, b) => (a.inception < b.inception ? -1 : 1))[0] as PlainSeries
  const followed = (days: string[]) => ({
    universe: universeOver(oldest, days),
    longShort: mean(factors.map((each) => spreadOf(each, 'longShort', days, convention))),
    excess: mean(portfolios.map((each) => spreadOf(each, 'excess', days, convention))),
  })
  const nearest = found.sort((a, b) => a.distance - b.distance).slice(0, 5)
  return {
    compared: found.length,
    weeks: nearest.map(({ week, distance }) => ({
      asOf: ends[week],
      distance,
      nextWeek: followed(weeks[week + 1] ?? []),
      nextMonth: followed(weeks.slice(week + 1, week + 5).flat()),
    })),
  }
}

it.each(['arithmetic', 'geometric'] as const)(
  'finds the nearest earlier weeks and what followed them, as the daily rows have them, %s',
  (convention) => {
    const ends = weekEnds(market.days.filter((day) => day >= '2015-06-01'))
    const drawn = sampleOf(`similar weeks, ${convention}`, ends, sizeOfRun({ usual: 2, long: ends.length }))
    for (const asOf of [...drawn, '2015-03-06']) {
      const { similarWeeks } = buildReport(demoInputs(demo, asOf, { convention }))
      const plain = plainSimilar(asOf, convention)
      expect(similarWeeks?.compared, asOf).toBe(plain.compared)
      expect(similarWeeks?.weeks.map((week) => week.asOf)).toEqual(plain.weeks.map((week) => week.asOf))
      for (const [index, found] of (similarWeeks?.weeks ?? []).entries()) {
        const expected = plain.weeks[index]
        expect(found.distance).toBeCloseTo(expected?.distance ?? Number.NaN, 9)
        for (const period of ['nextWeek', 'nextMonth'] as const) {
          for (const name of ['universe', 'longShort', 'excess'] as const) {
            const value = expected?.[period][name] ?? null
            if (value === null) expect(found[period][name], `${asOf} ${period} ${name}`).toBeNull()
            else expect(found[period][name], `${asOf} ${period} ${name}`).toBeCloseTo(value, 11)
          }
        }
      }
    }
  },
  // A long run reads each week.
  120_000,
)

it('does not look beyond the week, leaves out the last four weeks, and is not in the report of one series', () => {
  const asOf = '2020-02-07'
  const { similarWeeks } = buildReport(demoInputs(demo, asOf))
  const days = market.days.filter((day) => day <= asOf)
  const fifth = weeksOf(days).at(-6)?.at(-1) ?? ''
  expect(similarWeeks?.weeks).toHaveLength(5)
  for (const week of similarWeeks?.weeks ?? []) expect(week.asOf <= fifth).toBe(true)
  const early = buildReport(demoInputs(demo, '2014-06-06')).similarWeeks
  expect(early).toEqual({ weeks: [], factors: 0, compared: 0 })
  const [code] = demo.catalogue.factors.map((own) => own.code)
  expect(buildReport(demoInputs(demo, asOf, { only: code ?? null })).similarWeeks).toBeNull()
})
