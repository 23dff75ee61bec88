import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '@/lib/base/dates'
import { type DailyColumns, dailyColumns } from '@/lib/import/layout/daily-columns'
import { emptyStore } from '@/lib/testing/database/test-store'
import { sizeOfRun } from '@/lib/testing/run/run-mode'
import { stageColumns } from './stage-rows'

const store = emptyStore()
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: store.url })
  await client.connect()
})

afterAll(() => client.end())

interface Row {
  code: string
  day: number
  ic: number
  rankIc: number
}

const row: fc.Arbitrary<Row> = fc.record({
  code: fc.constantFrom('size', 'size.cn', 'Value', 'b-10', 'b-9'),
  day: fc.integer({ min: 0, max: 12 }),
  ic: fc.constantFrom(0, -0, 0.25, Number.NaN),
  rankIc: fc.constantFrom(0.1, 1e-300, -0.5),
})

function columnsOf(rows: Row[]): DailyColumns {
  const codes = [...new Set(rows.map(({ code }) => code))]
  return {
    ...dailyColumns(rows.length, 0),
    codes,
    series: Uint32Array.from(rows, ({ code }) => codes.indexOf(code)),
    days: Int32Array.from(rows, ({ day }) => day - 3),
    legs: [
      Float64Array.from(rows, ({ ic }) => ic),
      Float64Array.from(rows, ({ rankIc }) => rankIc),
      new Float64Array(rows.length).fill(Number.NaN),
    ],
  }
}

/** The staged rows, worked out one by one from the definition. */
function expected(rows: Row[]) {
  const sorted = rows.toSorted((a, b) => (a.code === b.code ? a.day - b.day : a.code < b.code ? -1 : 1))
  return sorted.map(({ code, day, ic, rankIc }, at) => {
    const previous = sorted[at - 1]?.code === code ? sorted[at - 1] : undefined
    const date = (of: number) => addDays('1969-12-29', of)
    const again = previous === undefined ? [null, null] : [previous.ic === ic, previous.rankIc === rankIc]
    const values = [Number.isNaN(ic) ? null : ic, rankIc, null]
    return [code, date(day), ...values, previous === undefined ? null : date(previous.day), ...again]
  })
}

const STAGED = {
  text: `select code, date::text, ic, rank_ic, rank_mae, before::text, again_ic, again_rank_ic from staged`,
  rowMode: 'array',
}

it('rows in any order are staged by series and date, each with the row before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
      await client.query('begin')
      await stageColumns(client, 'factor_quality', columnsOf(rows))
      const staged = (await client.query(STAGED)).rows
      const series = (await client.query('select code, days, twice from staged_series order by code')).rows
      await client.query('rollback')
      expect(staged).toEqual(expected(rows))
      const keys = new Map<string, number[]>()
      for (const { code, day } of rows) keys.set(code, [...(keys.get(code) ?? []), day])
      expect(series).toEqual(
        [...keys]
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([code, days]) => {
            return { code, days: days.length, twice: days.length - new Set(days).size }
          }),
      )
    }),
    { numRuns: sizeOfRun({ usual: 25, long: 500 }) },
  )
})

it('more rows than a piece holds arrive whole', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => ({
    code: ['size', 'value', 'x'.repeat(200)][at % 3] ?? '',
    day: 4_000 - at,
    ic: at / 7_919,
    rankIc: 0.1,
  }))
  await client.query('begin')
  await stageColumns(client, 'factor_quality', columnsOf(rows))
  expect((await client.query(STAGED)).rows).toEqual(expected(rows))
  await client.query('rollback')
})
