/** Tests that files of mistaken returns are held, each made from the demo's own returns. */
import { beforeAll, describe, expect, it } from 'vitest'
import { getDataVersions } from '@/lib/db/queries/versions/get-data-versions'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import type { HoldRule } from '@/lib/import/outcome/hold'
import { demoStore } from '@/lib/testing/database/test-store'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readDemoRows } from '@/lib/testing/demo/demo-rows'

const store = demoStore()
const TODAY = '2024-09-30'

let factors: CsvRow[] = []
let portfolios: CsvRow[] = []
beforeAll(async () => {
  const rows = await readDemoRows(await demoFiles())
  factors = rows.factors
  portfolios = rows.portfolios
})

type Legs = { long: number; short: number; benchmark: number }
interface Day extends Legs {
  date: string
  series: string
}

const daysOf = (from: string, to: string): Day[] =>
  factors
    .filter(({ date }) => String(date) >= from && String(date) <= to)
    .map(({ date, series, long, short, benchmark }) => ({
      date: String(date),
      series: String(series),
      ...{ long: Number(long), short: Number(short), benchmark: Number(benchmark) },
    }))

const csvOf = (days: Day[]) =>
  [
    'date,series,long,short,benchmark',
    ...days.map((day) => [day.date, day.series, day.long, day.short, day.benchmark].join()),
  ].join('\n')

async function rulesOf(days: Day[], options = {}): Promise<HoldRule[]> {
  const outcome = await store.load(csvOf(days), { today: TODAY, dryRun: true, accept: [], ...options })
  expect(outcome.faults).toEqual([])
  return outcome.holds.map(({ rule }) => rule)
}

const each = (days: Day[], change: (legs: Legs, day: Day) => Partial<Legs>) =>
  days.map((day) => ({ ...day, ...change(day, day) }))
/** The days of a month moved to September 2024, which the store does not have. */
const asNew = (days: Day[], dates: readonly string[]) => {
  const before = [...new Set(days.map(({ date }) => date))]
  return days.flatMap((day) => {
    const date = dates[before.indexOf(day.date)]
    return date === undefined ? [] : [{ ...day, date }]
  })
}
const SEPTEMBER = [
  '02',
  '03',
  '04',
  '05',
  '06',
  '09',
  '10',
  '11',
  '12',
  '13',
  '18',
  '19',
  '20',
  '23',
  '24',
  '25',
  '26',
  '27',
  '30',
].map((day) => `2024-09-${day}`)
const august = () => daysOf('2024-08-01', '2024-08-30')
const newDay = () => asNew(daysOf('2024-08-28', '2024-08-28'), SEPTEMBER)
const newMonth = () => asNew(daysOf('2024-07-01', '2024-07-31'), SEPTEMBER)
const grown = (days: Day[]) => {
  const levels = new Map<string, Legs>()
  return each(days, ({ long, short, benchmark }, { series }) => {
    const before = levels.get(series) ?? { long: 1, short: 1, benchmark: 1 }
    const after = {
      long: before.long * (1 + long),
      short: before.short * (1 + short),
      benchmark: before.benchmark * (1 + benchmark),
    }
    levels.set(series, after)
    return after
  })
}

describe('a file of new days is held when', () => {
  it('all returns are zero', async () => {
    expect(await rulesOf(each(newDay(), () => ({ long: 0, short: 0, benchmark: 0 })))).toContain('zero-day')
  })

  it('a day in the middle has nothing but zeros', async () => {
    const days = each(newMonth(), (legs, { date }) =>
      date === '2024-09-10' ? { long: 0, short: 0, benchmark: 0 } : legs,
    )
    expect(await rulesOf(days)).toEqual(['zero-day'])
  })

  it('a leg is zero', async () => {
    expect(await rulesOf(each(newDay(), () => ({ benchmark: 0 })))).toContain('zero-leg')
  })

  it('it repeats the last day of the store, or a day of its own', async () => {
    expect(await rulesOf(asNew(daysOf('2024-08-30', '2024-08-30'), SEPTEMBER))).toEqual(['repeated-day'])
    const days = asNew(daysOf('2024-07-01', '2024-07-03'), SEPTEMBER)
    const repeated = days.map((day) =>
      day.date === '2024-09-04' ? { ...days.find((own) => own.series === day.series), ...{ date: day.date } } : day,
    ) as Day[]
    expect(await rulesOf(repeated)).toEqual([])
    const second = days.map((day) => {
      const before = days.find((own) => own.series === day.series && own.date === '2024-09-03')
      return day.date === '2024-09-04' && before ? { ...before, date: day.date } : day
    })
    expect(await rulesOf(second)).toEqual(['repeated-day'])
  })

  it('percentages of a quiet day are not marked', async () => {
    const quiet = each(newDay(), ({ long, short, benchmark }) => ({
      long: long * 20,
      short: short * 20,
      benchmark: benchmark * 20,
    }))
    const hundredfold = each(newDay(), (legs) => ({
      long: legs.long * 30,
      short: legs.short * 30,
      benchmark: legs.benchmark * 30,
    }))
    expect(await rulesOf(quiet)).toEqual(['too-large'])
    expect(await rulesOf(hundredfold)).toEqual(['too-large'])
  })

  it('percentages of one series are not marked', async () => {
    const isFirst = ({ series }: Day) => series === 'intraday-skewness'
    const days = newDay().map((day) => (isFirst(day) ? { ...day, long: 0.45, short: -0.21, benchmark: 0.02 } : day))
    const outcome = await store.load(csvOf(days), { today: TODAY, dryRun: true, accept: [] })
    expect(outcome.holds).toMatchObject([{ rule: 'too-large', series: ['intraday-skewness'] }])
  })

  it('percentages of one portfolio are not marked', async () => {
    const [last] = portfolios.slice(-1)
    expect(last).toBeDefined()
    const csv = 'date,series,portfolio,benchmark\n2024-09-02,csi500-ai-enhanced,0.45,0.38\n'
    expect((await store.load(csv, { today: TODAY, dryRun: true, accept: [] })).holds).toMatchObject([
      { rule: 'too-large' },
    ])
  })

  it('the returns are a hundredth of what they should be', async () => {
    const days = each(newMonth(), ({ long, short, benchmark }) => ({
      long: long / 100,
      short: short / 100,
      benchmark: benchmark / 100,
    }))
    expect(await rulesOf(days)).toEqual(['too-small'])
    const isFirst = ({ series }: Day) => series === 'improved-gru'
    const one = newMonth().map((day) =>
      isFirst(day) ? { ...day, long: day.long / 100, short: day.short / 100, benchmark: day.benchmark / 100 } : day,
    )
    expect(await rulesOf(one)).toEqual(['too-small'])
  })

  it('they are levels, or added up', async () => {
    const levels = each(grown(newMonth()), ({ long, short, benchmark }) => ({
      long: long / 100,
      short: short / 100,
      benchmark: benchmark / 100,
    }))
    expect(await rulesOf(levels)).toContain('all-positive')
    const sums = each(grown(newMonth()), ({ long, short, benchmark }) => ({
      long: long - 1,
      short: short - 1,
      benchmark: benchmark - 1,
    }))
    expect(await rulesOf(sums)).toContain('cumulated')
  })
})

describe('a file of stored days is held when', () => {
  it.each<[string, HoldRule, (days: Day[]) => Day[]]>([
    [
      'the signs are turned',
      'signs-turned',
      (days) => each(days, ({ long, short, benchmark }) => ({ long: -long, short: -short, benchmark: -benchmark })),
    ],
    ['the signs of one leg are turned', 'signs-turned', (days) => each(days, ({ long }) => ({ long: -long }))],
    ['the legs are swapped', 'legs-swapped', (days) => each(days, ({ long, short }) => ({ long: short, short: long }))],
    [
      'the returns are added up',
      'cumulated',
      (days) =>
        each(grown(days), ({ long, short, benchmark }) => ({
          long: long - 1,
          short: short - 1,
          benchmark: benchmark - 1,
        })),
    ],
    [
      'the returns are halved',
      'rescaled',
      (days) =>
        each(days, ({ long, short, benchmark }) => ({ long: long / 2, short: short / 2, benchmark: benchmark / 2 })),
    ],
    [
      'the returns are rounded',
      'rounded',
      (days) =>
        each(days, ({ long, short, benchmark }) => ({
          long: Number(long.toFixed(4)),
          short: Number(short.toFixed(4)),
          benchmark: Number(benchmark.toFixed(4)),
        })),
    ],
  ])('%s', async (_, rule, change) => {
    const outcome = await store.load(csvOf(change(august())), { today: TODAY, dryRun: true, accept: [] })
    expect(outcome.holds.map((hold) => hold.rule)).toContain(rule)
    const hold = outcome.holds.find((own) => own.rule === rule)
    expect(hold?.series).toHaveLength(14)
    expect(hold?.examples).toContainEqual(expect.objectContaining({ column: 'week', date: '2024-08-30' }))
  })

  it.each([1, -1])('the days are shifted by %s', async (by) => {
    const days = august()
    const dates = [...new Set(days.map(({ date }) => date))]
    const shifted = days.flatMap((day) => {
      const date = dates[dates.indexOf(day.date) + by]
      return date === undefined ? [] : [{ ...day, date }]
    })
    expect(await rulesOf(shifted)).toContain('shifted')
  })

  it('two series are swapped', async () => {
    const names: Record<string, string> = { 'improved-gru': 'improved-reversal', 'improved-reversal': 'improved-gru' }
    const days = august().map((day) => ({ ...day, series: names[day.series] ?? day.series }))
    const outcome = await store.load(csvOf(days), { today: TODAY, dryRun: true, accept: [] })
    expect(outcome.holds).toMatchObject([{ rule: 'series-swapped', series: ['improved-gru', 'improved-reversal'] }])
  })

  it('a long history changes', async () => {
    const days = each(daysOf('2024-01-02', '2024-08-30'), ({ long }) => ({
      long: long + 0.00001 * Math.sin(long * 1e6),
    }))
    expect(await rulesOf(days)).toEqual(['mass-restatement'])
  })
})

describe('a finding', () => {
  const zeros = () => csvOf(each(newDay(), () => ({ long: 0, short: 0, benchmark: 0 })))

  it('is made of corrections of single days as little as of honest new days', async () => {
    expect(await rulesOf(each(daysOf('2024-08-28', '2024-08-30'), ({ long }) => ({ long: long + 0.0001 })))).toEqual([])
    expect(await rulesOf(newDay())).toEqual([])
    expect(await rulesOf(newMonth())).toEqual([])
  })

  it('stops a load until its rule is accepted, which the version records', async () => {
    const held = await store.load(zeros(), { today: TODAY, accept: ['rounded'] })
    expect(held).toMatchObject({ version: null, rowsNew: 14, holds: [{ rule: 'zero-day', from: '2024-09-02' }] })
    expect(held.holds[0]?.series).toHaveLength(14)
    expect(await getLatestVersion()).toMatchObject({ id: 3 })
    const loaded = await store.load(zeros(), { today: TODAY, accept: ['zero-day', 'zero-leg'] })
    expect(loaded).toMatchObject({ version: 4, holds: [] })
    expect((await getDataVersions({ version: 4 }))[0]).toMatchObject({ accepted: ['zero-day', 'zero-leg'] })
  })
})
