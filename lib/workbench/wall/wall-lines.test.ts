import { beforeAll, describe, expect, it } from 'vitest'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import { latestVersion } from '@/lib/db/latest-version'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoStore, emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { TEST_SEED } from '@/lib/testing/run/run-mode'
import { createRandom } from '@/prisma/demo/random'
import { getWallLines } from './wall-lines'

interface Life {
  code: string
  inception: string
  ended: string | null
}

/** Long and short return of a day; undefined on a day without a row. */
type Legs = (day: string) => [number, number] | undefined

const LINES = [undefined, 'drawdown', 'return'] as const

async function newestVersion(): Promise<number> {
  const newest = await latestVersion()
  if (!newest) throw new TypeError('nothing is loaded')
  return newest.id
}

async function scaleOf(life: Life, days: string[], line: WallParameters['line'], windowDays: number) {
  const catalogue = { factors: [life], portfolios: [] }
  const { scale, drawn } = await getWallLines({ version: await newestVersion(), catalogue, days, line, windowDays })
  expect([...drawn]).toEqual(scale ? [life.code] : [])
  return scale
}

/** Returns the axes of one line from the daily returns, each value by loops of its own. */
function plainly({ inception, ended }: Life, legs: Legs, line: WallParameters['line'], days: string[], window: number) {
  const own = days.filter((day) => day >= inception && (ended === null || day <= ended))
  const growth = (over: string[]) =>
    over.reduce((nav, day) => {
      const [long, short] = legs(day) ?? [Number.NaN, Number.NaN]
      return (nav * (1 + long)) / (1 + short)
    }, 1)
  const [firstDay] = own
  if (firstDay === undefined) return null
  if (line === 'return') {
    const whole = own.flatMap((day, index) => {
      const value = index + 1 < window ? Number.NaN : growth(own.slice(index + 1 - window, index + 1))
      return Number.isNaN(value) ? [] : [{ day, value }]
    })
    const values = whole.map(({ value }) => value)
    return whole[0] ? { from: whole[0].day, low: Math.min(1, ...values), high: Math.max(1, ...values) } : null
  }
  const ratios = [1]
  for (const day of own) ratios.push((ratios.at(-1) ?? 1) * growth([day]))
  const known = ratios.filter((ratio) => !Number.isNaN(ratio))
  const from = new Date(Date.parse(firstDay) - 86_400_000).toISOString().slice(0, 10)
  if (line === undefined) return { from, low: Math.min(...known), high: Math.max(...known) }
  let peak = 0
  const depths = known.map((ratio) => {
    peak = Math.max(peak, ratio)
    return ratio / peak
  })
  return { from, low: Math.min(...depths), high: 1 }
}

function near(scale: ReturnType<typeof plainly>) {
  return scale && { ...scale, low: expect.closeTo(scale.low, 11), high: expect.closeTo(scale.high, 11) }
}

describe('the axes of random walks', () => {
  const DAYS = shanghaiDays('2023-11-01', '2024-08-30')
  const WINDOW = 30
  const GAPS: Record<string, number[]> = {
    gap: [90],
    first: [0],
    second: [1],
    many: [40, 41, 75, 130, DAYS.length - 1],
  }
  const CODES = [
    'whole',
    'shock',
    ...Object.keys(GAPS),
    ...Array.from({ length: 6 }, (_, index) => `walk-${index + 1}`),
  ]
  const returns = new Map<string, Map<string, [number, number]>>()
  const legsOf =
    (code: string): Legs =>
    (day) =>
      returns.get(code)?.get(day)
  const lives: Life[] = CODES.flatMap((code) => [
    { code, inception: DAYS[0] ?? '', ended: null },
    { code, inception: DAYS[50] ?? '', ended: null },
    { code, inception: DAYS[0] ?? '', ended: DAYS[100] ?? '' },
    { code, inception: DAYS[DAYS.length - 20] ?? '', ended: null },
    { code, inception: '2024-09-02', ended: null },
  ])
  const store = emptyStore()

  beforeAll(async () => {
    const random = createRandom('wall lines')
    const daily = () => Number(((random.uniform() - 0.5) / 20).toFixed(6))
    const [sample] = SAMPLE_CATALOGUE.factors
    const factors = CODES.map((code, index) => ({ ...sample, code, position: index + 1, inception: DAYS[0] }))
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors, portfolios: [], reportIssues: [] })
    for (const code of CODES) {
      const rows = DAYS.map((day, index): [string, [number, number]] => [
        day,
        code === 'shock' ? [index === 10 ? 0.25 : index === 20 ? -0.5 : 0, 0] : [daily(), daily()],
      ])
      returns.set(code, new Map(rows.filter((_, index) => !GAPS[code]?.includes(index))))
    }
    const rows = [...returns].flatMap(([code, own]) =>
      [...own].map(([day, [long, short]]) => `${day},${code},${long},${short},0.001`),
    )
    expect((await store.load(factorCsv(...rows))).faults).toEqual([])
  })

  it.each(LINES)('are those of loops over the daily returns, with gaps, late starts and ends: %s', async (line) => {
    for (const life of lives) {
      const expected = plainly(life, legsOf(life.code), line, DAYS, WINDOW)
      expect(await scaleOf(life, DAYS, line, WINDOW), JSON.stringify(life)).toEqual(near(expected))
    }
  })

  it('span those of all series that have begun', async () => {
    const [shock, late] = lives.filter(({ code }) => code === 'shock').slice(0, 2)
    const unborn = { code: 'whole', inception: '2024-09-02', ended: null }
    if (!shock || !late) throw new TypeError('no shock')
    const both = { factors: [{ ...late, code: 'walk-1' }, shock, unborn], portfolios: [] }
    const request = { version: await newestVersion(), days: DAYS, windowDays: WINDOW }
    const walk = plainly({ ...late, code: 'walk-1' }, legsOf('walk-1'), undefined, DAYS, WINDOW)
    const { scale, drawn } = await getWallLines({ ...request, catalogue: both, line: undefined })
    expect([...drawn]).toEqual(['walk-1', 'shock'])
    const high = Math.max(walk?.high ?? 0, 1.25)
    expect(scale).toEqual(near({ from: '2023-10-31', low: Math.min(walk?.low ?? 0, 0.625), high }))
    const ofUnborn = { factors: [unborn], portfolios: [] }
    const nothing = await getWallLines({ ...request, catalogue: ofUnborn, line: undefined })
    expect([nothing.scale, nothing.drawn.size]).toEqual([null, 0])
  })
})

describe('the axes of more factors than a report shows one by one', () => {
  const DAYS = shanghaiDays('2023-11-01', '2024-08-30')
  const random = createRandom(`${TEST_SEED} axes of many`)
  const returns = new Map<string, Map<string, [number, number]>>()
  const lives: Life[] = Array.from({ length: 60 }, (_, index) => {
    const start = index % 4 === 0 ? Math.floor(random.uniform() * (DAYS.length - 1)) : 0
    return { code: `walk-${index}`, inception: DAYS[start] ?? '', ended: index % 20 === 7 ? '2024-08-28' : null }
  })
  const store = emptyStore()

  beforeAll(async () => {
    const [sample] = SAMPLE_CATALOGUE.factors
    const factors = lives.map(({ code, inception, ended }, index) => ({
      ...sample,
      code,
      inception,
      position: index + 1,
      ...(ended && { ended, endedReasonZh: '停止', endedReasonEn: 'Stopped' }),
    }))
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors, portfolios: [], reportIssues: [] })
    const daily = () => Number(((random.uniform() - 0.5) / 20).toFixed(6))
    for (const [index, { code, inception, ended }] of lives.entries()) {
      const gap = index % 10 === 3 ? DAYS[Math.floor(random.uniform() * DAYS.length)] : null
      const own = DAYS.filter((day) => day >= inception && (ended === null || day <= ended) && day !== gap)
      returns.set(code, new Map(own.map((day): [string, [number, number]] => [day, [daily(), daily()]])))
    }
    const rows = [...returns].flatMap(([code, own]) =>
      [...own].map(([day, [long, short]]) => `${day},${code},${long},${short},0.001`),
    )
    expect((await store.load(factorCsv(...rows))).faults).toEqual([])
  })

  it.each(['2023-11-10', '2024-03-01', '2024-08-30'])('are those of loops over all, up to %s', async (asOf) => {
    const days = DAYS.filter((day) => day <= asOf)
    const catalogue = { factors: lives, portfolios: [] }
    const each = lives.flatMap(
      (life) => plainly(life, (day) => returns.get(life.code)?.get(day), undefined, days, 30) ?? [],
    )
    const version = await newestVersion()
    const { scale, drawn } = await getWallLines({ version, catalogue, days, line: undefined, windowDays: 30 })
    const [low, high] = [Math.min(...each.map((own) => own.low)), Math.max(...each.map((own) => own.high))]
    expect(scale).toEqual(near({ from: '2023-10-31', low, high }))
    expect(drawn.size).toBe(each.length)
  })
})

describe('the axes of the demo', () => {
  demoStore()
  let demo: Demo
  beforeAll(async () => {
    demo = await readDemo()
  }, 120_000)

  it.each(['2024-08-30', '2020-03-13'])('are those of its rows up to %s', async (asOf) => {
    const days = demo.days.filter((day) => day <= asOf)
    const version = await newestVersion()
    const { factors, portfolios } = demo.catalogue
    const lived = (entries: typeof factors | typeof portfolios) =>
      entries.map(({ code, inception }) => ({ code, inception, ended: null }))
    const catalogue = { factors: lived(factors), portfolios: lived(portfolios) }
    const ofDay = new Map(
      demo.rows.map((row) => [
        `${row.series} ${row.date}`,
        [Number(row.long ?? row.portfolio), Number(row.short ?? row.benchmark)] as [number, number],
      ]),
    )
    for (const line of LINES) {
      const each = [...catalogue.factors, ...catalogue.portfolios].flatMap((life) => {
        return plainly(life, (day) => ofDay.get(`${life.code} ${day}`), line, days, 252) ?? []
      })
      const { scale, drawn } = await getWallLines({ version, catalogue, days, line, windowDays: 252 })
      expect(drawn.size).toBe(each.length)
      const from = each.map((own) => own.from).toSorted()[0] ?? ''
      const [low, high] = [Math.min(...each.map((own) => own.low)), Math.max(...each.map((own) => own.high))]
      expect(scale, line).toEqual(near({ from, low, high }))
    }
  })
})
