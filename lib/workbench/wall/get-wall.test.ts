/** A wall of 100 factors, of which a page has 80, against plain loops. */
import { beforeAll, expect, it } from 'vitest'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import { parseView } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { getWall, measuredOf, type WallModel } from './get-wall'

const DAYS = shanghaiDays('2023-12-01', '2024-08-30')
const CODES = Array.from({ length: 100 }, (_, index) => `f${index + 1}`)
/** By code, the day that it lacks: in the week, in the year, and in the year before. */
const GAPS: Record<string, string> = { f7: '2024-08-28', f95: '2024-03-04', f96: '2023-12-04' }
/** The first 30 are in the second family, so that the wall's order is not that of the codes. */
const familyOf = (code: string) => (CODES.indexOf(code) < 30 ? 'text' : 'price')
const ORDER = [...CODES.slice(30), ...CODES.slice(0, 30)]

const store = emptyStore()

function drawn(day: string, code: string, leg: number): number {
  const seed = 1.7 * DAYS.indexOf(day) * (leg + 1) + 13 * CODES.indexOf(code)
  return Number((Math.sin(seed) / 100).toFixed(6))
}

/** Returns the difference of the legs over the week, by plain products; null when a day is missing. */
function weekOf(code: string): number | null {
  const days = DAYS.filter((day) => day >= '2024-08-26')
  if (days.includes(GAPS[code] ?? '')) return null
  const [long, short] = [0, 1].map((leg) => days.reduce((nav, day) => nav * (1 + drawn(day, code, leg)), 1))
  return Number(long) - Number(short)
}

async function wallWith(parameters: WallParameters): Promise<WallModel> {
  const view = parseView('en', 'v2.00000000-arithmetic-family-auto-red')
  const days = await getReportDays(2)
  const wall = view && days && (await getWall(view, days, parameters))
  if (!wall) throw new TypeError('no wall')
  return wall
}

const codesOf = (series: Iterable<{ code: string }>) => [...series].map(({ code }) => code)

beforeAll(async () => {
  const [sample] = SAMPLE_CATALOGUE.factors
  const families = ['price', 'text'].map((code, index) => ({
    code,
    position: index + 1,
    nameZh: `类${code}`,
    nameEn: `Family ${code}`,
  }))
  const factors = CODES.map((code, index) => ({
    ...sample,
    code,
    position: index + 1,
    familyCode: familyOf(code),
    inception: DAYS[0],
    nameEn: `Factor ${code}`,
  }))
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, families, factors, portfolios: [], reportIssues: [] })
  const rows = CODES.flatMap((code) =>
    DAYS.filter((day) => day !== GAPS[code]).map(
      (day) => `${day},${code},${[0, 1, 2].map((leg) => drawn(day, code, leg)).join()}`,
    ),
  )
  expect((await store.load(factorCsv(...rows))).faults).toEqual([])
})

it('measures the series of a page, and counts those of all', async () => {
  const [first, second] = [await wallWith({}), await wallWith({ page: '2' })]
  for (const wall of [first, second]) {
    expect([wall.count, codesOf(wall.shown), wall.drawn.size]).toEqual([100, ORDER, 100])
    expect(wall.families.map(({ code, up, down }) => [code, up, down])).toEqual(
      ['price', 'text'].map((family) => {
        const values = CODES.filter((code) => familyOf(code) === family).map((code) => weekOf(code) ?? 0)
        return [
          family,
          values.filter((value) => value >= 0.00005).length,
          values.filter((value) => value <= -0.00005).length,
        ]
      }),
    )
    // Letters are those of the whole week's tables.
    expect(wall.report.missingNotes.map(({ code, letter }) => [code, letter])).toEqual([
      ['f7', 'a'],
      ['f95', 'b'],
    ])
  }
  expect([...first.measured.keys()]).toEqual(ORDER.slice(0, 80))
  expect([...second.measured.keys()]).toEqual(ORDER.slice(80))
  expect(second.scale).toEqual(first.scale)
  for (const { code, row } of [...first.measured.values(), ...second.measured.values()])
    expect(row.primary.week.value, code).toEqual(weekOf(code) === null ? null : expect.closeTo(weekOf(code) ?? 0, 12))
})

it('has the same figures of a series on its page and in the table of all', async () => {
  const [page, table] = [await wallWith({ by: 'week', page: '2' }), await wallWith({ show: 'table' })]
  expect([table.table && codesOf(table.table), table.measured.size]).toEqual([ORDER, 0])
  expect(page.measured.size).toBe(20)
  for (const { code, row, figures } of page.measured.values()) {
    const whole = table.table?.find((own) => own.code === code)
    expect([figures, row.noteLetter], code).toEqual([whole?.figures, code === 'f7' ? 'a' : code === 'f95' ? 'b' : null])
    const { week, month, year } = row.primary
    expectNear([figures?.week, figures?.month, figures?.year], [week.value, month.value, year.value])
    expectNear(whole?.spark, row.spark)
  }
  expect(() => measuredOf(page, table.shown)).toThrow(RangeError)
})

it('sorts and chooses by the figures of all series', async () => {
  const wall = await wallWith({ by: 'week', dir: 'asc', sign: 'week-down', family: 'price' })
  const expected = CODES.filter((code) => familyOf(code) === 'price' && (weekOf(code) ?? 0) <= -0.00005)
  expect(codesOf(wall.shown)).toEqual(expected.toSorted((a, b) => Number(weekOf(a)) - Number(weekOf(b))))
  expect(wall.scale).toEqual((await wallWith({})).scale)
})

it('measures no series when none matches', async () => {
  const wall = await wallWith({ text: 'no such' })
  expect([wall.shown, wall.measured.size, wall.part.pages]).toEqual([[], 0, 1])
})
