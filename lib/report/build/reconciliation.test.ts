import { beforeAll, describe, expect, it } from 'vitest'
import type { Convention } from '@/lib/base/convention'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { buildReport } from './build-report'
import { type ReconciledRow, type Reconciliation, reconcile } from './reconciliation'

const AS_OF = '2024-08-30'
const WINDOWS = ['week', 'month', 'year'] as const

let demo: Demo
let found: Reconciliation

beforeAll(async () => {
  demo = await readDemo()
  found = reconcile(demoInputs(demo, AS_OF))
})

describe('the reconciliation of both conventions', () => {
  it.each(['arithmetic', 'geometric'] as const)('has the %s figures of the report', (convention) => {
    const cells = reportCells(convention)
    const own = found.groups.flatMap(({ measure, rows }) =>
      rows.flatMap((row) =>
        WINDOWS.map((window) => [`${row.code}.${measure}.${window}`, row.windows[window][convention]]),
      ),
    )
    expect(own).toHaveLength(14 * 2 * 3 + 2 * 3)
    for (const [id, value] of own) expect([id, value]).toEqual([id, cells.get(String(id))])
  })

  it('explains each difference by the return of the reference', () => {
    const rows = found.groups.flatMap((group) => group.rows)
    for (const { arithmetic, geometric, difference, against } of rows.flatMap(cellsOf)) {
      expect(difference).toBeCloseTo(Number(geometric) * Number(against), 14)
      expect(difference).toBeCloseTo((Number(arithmetic) * Number(against)) / (1 + Number(against)), 14)
    }
  })

  it('has null where a missing day leaves no value', () => {
    const [first] = demo.factorReturns
    if (!first) throw new TypeError('the demo has factors')
    const gap = first.dates.indexOf('2024-03-01')
    const without = <Value>(column: Value[]) => column.filter((_, day) => day !== gap)
    const { code, dates, long, short, benchmark } = first
    const gapped = {
      code,
      dates: without(dates),
      long: without(long),
      short: without(short),
      benchmark: without(benchmark),
    }
    const factorReturns = [gapped, ...demo.factorReturns.slice(1)]
    const { groups } = reconcile(demoInputs(demo, AS_OF, { factorReturns }))
    const windows = groups[0]?.rows.find((row) => row.code === code)?.windows
    const blank = { leg: null, against: null, arithmetic: null, geometric: null, difference: null }
    expect(windows?.year).toEqual(blank)
    expect(windows?.week.difference).not.toBeNull()
  })

  it('has no portfolio group when there are no portfolios', () => {
    const inputs = demoInputs(demo, AS_OF)
    const { groups } = reconcile({ ...inputs, catalogue: { ...inputs.catalogue, portfolios: [] } })
    expect(groups.map(({ measure }) => measure)).toEqual(['longShort', 'longExcess'])
  })
})

function cellsOf(row: ReconciledRow) {
  return WINDOWS.map((window) => row.windows[window])
}

function reportCells(convention: Convention): Map<string, number | null> {
  const report = buildReport(demoInputs(demo, AS_OF, { convention }))
  const rows = [...report.table1.flatMap((family) => family.rows), ...report.table2]
  const cells = rows.flatMap(({ primary, longExcess }) => [primary, ...(longExcess ? [longExcess] : [])])
  return new Map(cells.flatMap((measure) => WINDOWS.map((window) => [measure[window].id, measure[window].value])))
}
