/** Checks facts of key points that need history, by plain loops over the lines of the demo files. */
import { beforeAll, expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { sizeOfRun } from '@/lib/testing/run/run-mode'

/** Number of weeks from one checked week to the next. */
const EVERY = sizeOfRun({ usual: 5, long: 1 })

let demo: Demo
let weeks: string[][]
/** By series, by day: the day's spread and the ratio of both NAVs at its close. */
let lines: Map<string, Map<string, { long: number; short: number; ratio: number }>>

beforeAll(async () => {
  demo = await readDemo()
  const weekOf = (day: string) => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7)
  const byWeek = new Map<number, string[]>()
  for (const day of demo.days) byWeek.set(weekOf(day), [...(byWeek.get(weekOf(day)) ?? []), day])
  weeks = [...byWeek.values()]
  lines = new Map()
  for (const { series, date, ...legs } of demo.rows) {
    const line = lines.get(String(series)) ?? new Map()
    const [long, short] = [Number(legs.long ?? legs.portfolio), Number(legs.short ?? legs.benchmark)]
    const before = [...line.values()].at(-1)?.ratio ?? 1
    line.set(String(date), { long, short, ratio: (before * (1 + long)) / (1 + short) })
    lines.set(String(series), line)
  }
})

it('agrees with plain loops on every fact from history', { timeout: 120_000 }, () => {
  const found: Record<string, number> = {}
  for (let end = 60; end < weeks.length; end += EVERY) {
    const asOf = String(weeks[end]?.at(-1))
    const report = buildReport(demoInputs(demo, asOf, { locale: 'en' }))
    for (const { text, of } of report.keyPoints.flatMap((point) => point.text.filter((part) => part.kind === 'fact'))) {
      const [kind = '', subject = '', side = ''] = of.split(':')
      const expected = factOf(kind, subject, side, end)
      if (expected === null) continue
      expect(text, `${asOf} ${of}`).toBe(expected)
      found[kind] = (found[kind] ?? 0) + 1
    }
  }
  expect(Object.keys(found).sort()).toEqual(['deeper', 'sinceHigh', 'together'])
})

function factOf(kind: string, subject: string, side: string, end: number): string | null {
  if (kind === 'deeper') {
    const all = drawdownsOf(subject, end)
    const past = all.slice(0, -1)
    const share = past.filter((drawdown) => drawdown < Number(all.at(-1))).length / past.length
    return `${Math.max(1, Math.round(share * 100))}%`
  }
  if (kind === 'sinceHigh') {
    const past = drawdownsOf(subject, end).slice(0, -1)
    return String(past.length - past.lastIndexOf(0))
  }
  if (kind === 'together') {
    const family = demo.catalogue.factors.filter(({ familyCode }) => familyCode === subject).map(({ code }) => code)
    const known = weeks
      .slice(0, end)
      .filter((days) => family.every((code) => days.every((day) => lineOf(code).has(day))))
    const together = known.filter((days) => family.every((code) => signOf(code, days) === side))
    return `${Math.round((together.length / known.length) * 100)}%`
  }
  return null
}

/** Returns the drawdown at the end of each week up to week `end`; the start, 1, is a peak too. */
function drawdownsOf(code: string, end: number): number[] {
  let peak = 1
  const drawdowns: number[] = []
  for (const days of weeks.slice(0, end + 1)) {
    const ratios = days.flatMap((day) => lineOf(code).get(day)?.ratio ?? [])
    peak = Math.max(peak, ...ratios)
    const last = ratios.at(-1)
    if (last !== undefined) drawdowns.push(last / peak - 1)
  }
  return drawdowns
}

function signOf(code: string, days: string[]): string {
  const nav = (leg: 'long' | 'short') =>
    days.reduce((product, day) => product * (1 + Number(lineOf(code).get(day)?.[leg])), 1)
  const percent = Math.round((nav('long') - nav('short')) * 10_000)
  return percent > 0 ? 'up' : percent < 0 ? 'down' : 'flat'
}

function lineOf(code: string) {
  const line = lines.get(code)
  if (!line) throw new TypeError(`the demo has no series ${code}`)
  return line
}
