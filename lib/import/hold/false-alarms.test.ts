/** Loads the demo's history week by week, as a desk would have, and counts the honest files that are held. */
import { expect, it } from 'vitest'
import { importFile } from '@/lib/import/import-file'
import { emptyStore } from '@/lib/testing/database/test-store'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readDemoRows } from '@/lib/testing/demo/demo-rows'
import { weekOf } from '@/lib/testing/report/plain-figures'
import { IS_LONG_RUN, sampleOf } from '@/lib/testing/run/run-mode'

const store = emptyStore()
const WEEKS = 6
/** Share of honest weekly files that may be held. */
const HELD_MAX = 0.005

it('holds no honest weekly file of the sample, and fewer than 1 in 200 of all', { timeout: 1_200_000 }, async () => {
  const { texts, factors, portfolios } = await readDemoRows(await demoFiles())
  await store.loadCatalogue(JSON.parse(texts[0]))
  const files = { factors: byWeek(factors), portfolios: byWeek(portfolios) }
  const weeks = [...files.factors.keys()].sort()
  const chosen = new Set(sampleOf('false alarms', weeks.slice(1), WEEKS))
  let held = 0
  let from = 0
  for (const [index, week] of weeks.entries()) {
    if (!chosen.has(week)) continue
    // The weeks in between are one file, as when a desk loads its history.
    for (const span of [weeks.slice(from, index), [week]]) {
      for (const [name, rows] of Object.entries(files)) {
        const own = span.flatMap((each) => rows.get(each) ?? [])
        if (own.length === 0) continue
        const outcome = await importFile({ path: await store.write(`${name}.csv`, csvOf(own)), today: '2024-08-30' })
        expect(outcome.faults).toEqual([])
        if (outcome.holds.length === 0) continue
        held += 1
        console.log(`held: ${span[0]} to ${span.at(-1)}`, JSON.stringify(outcome.holds))
      }
    }
    from = index + 1
  }
  if (IS_LONG_RUN) console.log(`${held} of ${chosen.size} weeks of factors and portfolios were held.`)
  expect(held / chosen.size).toBeLessThanOrEqual(IS_LONG_RUN ? HELD_MAX : 0)
})

function byWeek(rows: CsvRow[]): Map<string, CsvRow[]> {
  const weeks = new Map<string, CsvRow[]>()
  for (const row of rows) weeks.set(weekOf(row.date), [...(weeks.get(weekOf(row.date)) ?? []), row])
  return weeks
}

function csvOf(rows: CsvRow[]): string {
  const columns = Object.keys(rows[0] ?? {})
  return [columns.join(), ...rows.map((row) => columns.map((column) => row[column]).join())].join('\n')
}
