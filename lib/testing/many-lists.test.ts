/** Long lists of 60 factors: the reconciliation, the series of a load and the appendix of a PDF, against plain loops. */
import { expect, it } from 'vitest'
import { appendixOf } from '@/lib/pdf/document/tables/appendix'
import { getReconciliation } from '@/lib/report/build/get-reconciliation'
import { getReport } from '@/lib/report/build/get-report'
import { openPage } from './pages/open-page'
import { SAMPLE_PRINT } from './pdf/sample-publisher'
import { CODES, DAYS, GAPPED, MEASURES, sixtyFactors, spread, WINDOWS, weekRequest } from './report/sixty-factors'

sixtyFactors()

it('compares the conventions of fifty factors a page', async () => {
  const request = await weekRequest()
  const parts = await Promise.all([1, 2, 3].map((page) => getReconciliation(request, page)))
  const rowsOf = (part: (typeof parts)[number]) => part?.reconciliation.groups.map(({ rows }) => rows) ?? []
  expect(parts.map((part) => part && [part.from, part.to, part.count, part.pages])).toEqual([
    [1, 50, 60, 2],
    [51, 60, 60, 2],
    null,
  ])
  for (const [index, legs] of [MEASURES.longShort, MEASURES.longExcess].entries()) {
    const rows = parts.flatMap((part) => rowsOf(part)[index] ?? [])
    expect(rows.map(({ code }) => code)).toEqual(CODES)
    for (const { code, windows } of rows) {
      const wanted = spread(code, [...legs], WINDOWS.year)
      if (wanted === null) expect(windows.year.arithmetic).toBeNull()
      else expect(windows.year.arithmetic).toBeCloseTo(wanted, 12)
    }
  }
})

it('name twenty series of a load in the list of loads, and all on the page of the load', async () => {
  const list = await openPage('/data', 'en')
  expect(list.match(/ new, 0 restated/g)).toHaveLength(20)
  expect(list).toContain('href="/en/data/2#series"')
  const load = await openPage('/data/2', 'en')
  const rows = [...load.matchAll(/<th scope="row">(.*?)<\/th><td[^>]*>.*?<\/td><td[^>]*>(\d+)<\/td>/g)]
  expect(new Map(rows.map(([, name, added]) => [name, Number(added)]))).toEqual(
    new Map(CODES.map((code) => [`Short ${code}`, code === GAPPED ? DAYS.length - 1 : DAYS.length])),
  )
})

it('has the highest and the lowest of more than 1,000 factors in the appendix', async () => {
  const report = await getReport(await weekRequest())
  const { many } = report
  if (!many) throw new TypeError('many factors')
  const times = 20
  const rows = many.families.flatMap((family) => family.rows)
  const families = Array.from({ length: times }, (_, copy) => ({
    code: `family-${copy}`,
    name: `Family ${copy}`,
    up: 0,
    down: 0,
    rows: rows.map((row) => ({ ...row, name: `${row.name} of ${copy}` })),
  }))
  const all = { ...many.all, count: times * rows.length }
  const job = { report: { ...report, many: { ...many, families, all } }, publisher: SAMPLE_PRINT.publisher }
  const table = appendixOf(job, 9)?.table
  const plain = families.flatMap((family) =>
    family.rows.flatMap(({ code, name }) => {
      const value = spread(code, [...MEASURES.longShort], WINDOWS.week)
      return value === null ? [] : [{ name, value }]
    }),
  )
  const ranked = plain.toSorted((a, b) => b.value - a.value)
  const namesOf = (group: number) => table?.groups[group]?.rows.map(([name]) => name?.text.replace(/ \(a\)$/, ''))
  expect(namesOf(0)).toEqual(ranked.slice(0, 250).map(({ name }) => name))
  expect(namesOf(1)).toEqual(ranked.slice(-250).map(({ name }) => name))
  expect(table?.notes[0]).toContain('700')
})
