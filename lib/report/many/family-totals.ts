import type { WindowName } from '@/lib/analysis/cell'
import { signOf } from '@/lib/base/format'
import type { FamilyTotals, WindowTotals } from '@/lib/report/model/family-totals'
import type { FamilyGroup, WindowRow } from '@/lib/report/model/report'

/** Returns the totals of a family, or of all factors. */
export function familyTotals({
  code,
  name,
  rows,
}: Pick<FamilyGroup<WindowRow>, 'code' | 'name' | 'rows'>): FamilyTotals {
  return {
    code,
    name,
    count: rows.length,
    longShort: byWindow((window) => windowTotals(rows, (row) => row.primary[window].value)),
    longExcess: byWindow((window) => windowTotals(rows, (row) => row.longExcess[window].value)),
  }
}

function byWindow(totals: (window: WindowName) => WindowTotals): Record<WindowName, WindowTotals> {
  return { week: totals('week'), month: totals('month'), year: totals('year') }
}

/** Counts by the printed figures, as all tables do. Of equal figures the first factor is named. */
function windowTotals(rows: readonly WindowRow[], figureOf: (row: WindowRow) => number | null): WindowTotals {
  const known = rows.flatMap((row) => {
    const value = figureOf(row)
    return value === null ? [] : [{ code: row.code, shortName: row.shortName, value }]
  })
  const signs = known.map(({ value }) => signOf(value))
  const [first] = known
  return {
    up: signs.filter((sign) => sign === 'up').length,
    down: signs.filter((sign) => sign === 'down').length,
    known: known.length,
    mean: first ? known.reduce((sum, { value }) => sum + value, 0) / known.length : null,
    best: first ? known.reduce((best, own) => (own.value > best.value ? own : best), first) : null,
    worst: first ? known.reduce((worst, own) => (own.value < worst.value ? own : worst), first) : null,
  }
}
