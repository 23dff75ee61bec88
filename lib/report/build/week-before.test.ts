import { beforeAll, describe, expect, it } from 'vitest'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { monthOf, pairOf, plainSpread, plainWindows, weekOf, yearOf } from '@/lib/testing/report/plain-figures'
import { buildReport } from './build-report'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

/** Returns every factor's figures in this week and the week before, by plain loops, in percent with two decimals. */
function plainWeeks(asOf: string) {
  const days = demo.days.filter((day) => day <= asOf)
  const earlier = days.filter((day) => weekOf(day) !== weekOf(asOf))
  const spans = { now: plainWindows(days).running[0] ?? [], before: plainWindows(earlier).running[0] ?? [] }
  return demo.catalogue.factors.map(({ code }) => {
    const pair = pairOf(demo.rows, code, ['long', 'short'])
    const over = (span: string[]) => plainSpread(pair, span, 'arithmetic')
    return { code, now: over(spans.now), before: over(spans.before) }
  })
}

const printed = (value: number | null) => (value === null ? Number.NaN : Math.round(value * 10_000))

/** Returns the rank of a value; 1 is the highest. */
function rankOf(value: number | null, all: (number | null)[]): number | null {
  if (value === null) return null
  return all.filter((other) => other !== null && other > value + 1e-13).length + 1
}

describe.each(['2024-08-30', '2015-07-10', '2016-01-08', '2017-01-06', '2017-01-13', '2020-02-07', '2022-04-29'])(
  'the week of %s',
  (asOf) => {
    it('agrees with plain loops on turns, rises and falls', () => {
      const { weekBefore } = buildReport(demoInputs(demo, asOf))
      const plain = plainWeeks(asOf)
      const both = plain.filter(({ now, before }) => now !== null && before !== null)
      const codes = (rows: { code: string }[]) => rows.map(({ code }) => code).sort()
      expect(weekBefore.compared).toBe(both.length)
      expect(codes(weekBefore.turned.up)).toEqual(
        codes(both.filter(({ now, before }) => printed(now) > 0 && printed(before) <= 0)),
      )
      expect(codes(weekBefore.turned.down)).toEqual(
        codes(both.filter(({ now, before }) => printed(now) < 0 && printed(before) >= 0)),
      )
      const ranks = plain.map(({ code, now, before }) => ({
        code,
        rank: rankOf(
          now,
          plain.map((other) => other.now),
        ),
        lastRank: rankOf(
          before,
          plain.map((other) => other.before),
        ),
      }))
      const moved = (moves: typeof weekBefore.risen) =>
        moves.map(({ row, rank, lastRank }) => ({ code: row.code, rank, lastRank }))
      const known = ranks.filter(({ rank, lastRank }) => rank !== null && lastRank !== null)
      const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
      expect(moved(weekBefore.risen).sort(byCode)).toEqual(
        known.filter(({ rank, lastRank }) => Number(rank) < Number(lastRank)).sort(byCode),
      )
      expect(moved(weekBefore.fallen).sort(byCode)).toEqual(
        known.filter(({ rank, lastRank }) => Number(rank) > Number(lastRank)).sort(byCode),
      )
    })

    it('puts the largest move first', () => {
      const { risen, fallen } = buildReport(demoInputs(demo, asOf)).weekBefore
      for (const moves of [risen, fallen]) {
        const distances = moves.map(({ rank, lastRank }) => Math.abs(rank - lastRank))
        expect(distances).toEqual(distances.toSorted((a, b) => b - a))
      }
    })
  },
)

it('has the averages of plain loops in the strip', () => {
  const { weekStrip } = buildReport(demoInputs(demo, '2024-08-30'))
  for (const asOf of ['2024-08-30', '2024-07-26', '2023-12-29']) {
    const known = plainWeeks(asOf).flatMap(({ now }) => (now === null ? [] : [now]))
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    expect(weekStrip.find((week) => week.asOf === asOf)?.average, asOf).toBeCloseTo(mean, 12)
  }
})

it('prints the same values in its figures as in the tables', () => {
  const { weekBefore, table1 } = buildReport(demoInputs(demo, '2024-08-30'))
  const rows = new Map(table1.flatMap((family) => family.rows).map((row) => [row.shortName, row.primary]))
  const percent = (value: number | null | undefined) => Number(value) * 100
  const read = (text = '') => Number(text.replace('−', '-'))
  const [columns, scatter] = weekBefore.figures
  expect(columns?.table.rows ?? []).toHaveLength(14)
  for (const [name = '', week, month] of columns?.table.rows ?? []) {
    expect(read(week)).toBeCloseTo(percent(rows.get(name)?.week.value), 2)
    expect(read(month)).toBeCloseTo(percent(rows.get(name)?.month.value), 2)
  }
  for (const [name = '', year] of scatter?.table.rows ?? []) {
    expect(read(year)).toBeCloseTo(percent(rows.get(name)?.year.value), 2)
  }
})

it('has no comparison in the first week of the data', () => {
  const first = demo.days[1] ?? ''
  expect([monthOf(first), yearOf(first)]).toEqual(['2014-01', '2014'])
  const { weekBefore } = buildReport(demoInputs(demo, first))
  expect(weekBefore).toMatchObject({ asOf: null, compared: 0, risen: [], fallen: [], turned: { up: [], down: [] } })
  expect(weekBefore.figures.map(({ emptyReason }) => emptyReason)).toEqual([null, null])
})
