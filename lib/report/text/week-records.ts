import type { PastWeeks } from '@/lib/analysis/past-weeks'
import type { ComparedRow, FamilyGroup, PortfolioRow, WindowRow } from '@/lib/report/model/report'
import { recordLow } from './record-low'

/** The week of a report beside all past weeks. */
export interface ComparedWeek {
  families: FamilyGroup<WindowRow>[]
  portfolios: PortfolioRow[]
  /** By code of the series. */
  past: ReadonlyMap<string, PastWeeks>
  /** Earlier weeks that a record needs. */
  leastPast: number
  /** Codes of factors that ended before the week: their past weeks count among those of all factors. */
  endedFactors: readonly string[]
}

type Side = 'up' | 'down'

/** The best or worst week on record, or the deepest drawdown on record (`down`). */
export interface WeekRecord {
  /**
   * `any`: of all weeks of all factors; `factor`: of its own weeks; `family`: average of the factors of a family;
   * `drawdown`, `portfolioDrawdown`: a daily close of this week, of factors and of portfolios.
   */
  kind: 'any' | 'portfolioDrawdown' | 'factor' | 'family' | 'drawdown'
  side: Side
  /** Who set it, in the order of the tables; of drawdowns the deepest first. */
  subjects: { code: string; shortName: string }[]
}

const SIDES: Side[] = ['up', 'down']

/**
 * Returns the records of factors and families and the deepest drawdowns, the most important kind first. A factor with a
 * record of all factors has no other.
 */
export function weekRecords(week: ComparedWeek): WeekRecord[] {
  const factors = week.families.flatMap(({ rows }) => rows)
  const ofAny = SIDES.map((side) => ({ side, rows: factors.filter((row) => isBeyondAll(row, side, factors, week)) }))
  const others = (side: Side) =>
    factors.filter((row) => isOwnRecord(row, side) && !ofAny.some(({ rows }) => rows.includes(row)))
  const families = (side: Side) =>
    week.families
      .filter((family) => isFamilyRecord(family, side, week))
      .map(({ code, name }) => ({ code, shortName: name }))
  const fallen = (rows: readonly ComparedRow[]) =>
    rows
      .flatMap((row) => {
        const line = week.past.get(row.code)?.line
        const low = line && recordLow(line, week.leastPast)
        return low ? [{ row, low }] : []
      })
      .sort((a, b) => a.low.drawdown - b.low.drawdown)
      .map(({ row }) => row)
  const records: WeekRecord[] = [
    ...ofAny.map(({ side, rows }): WeekRecord => ({ kind: 'any', side, subjects: rows })),
    { kind: 'portfolioDrawdown', side: 'down', subjects: fallen(week.portfolios) },
    ...SIDES.map((side): WeekRecord => ({ kind: 'factor', side, subjects: others(side) })),
    ...SIDES.map((side): WeekRecord => ({ kind: 'family', side, subjects: families(side) })),
    { kind: 'drawdown', side: 'down', subjects: fallen(factors) },
  ]
  return records.filter(({ subjects }) => subjects.length > 0)
}

/** Is the week above, or below, all past weeks of the series? A year of weeks is needed. */
function isOwnRecord({ primary }: ComparedRow, side: Side): boolean {
  return primary.week.percentile === (side === 'up' ? 1 : 0)
}

/** Is the week of a factor above, or below, all past weeks and this week of every factor? */
function isBeyondAll(row: WindowRow, side: Side, factors: readonly WindowRow[], week: ComparedWeek): boolean {
  const { past, endedFactors } = week
  const { value } = row.primary.week
  if (value === null || factors.length < 2 || !isOwnRecord(row, side)) return false
  const isBeyondEnded = endedFactors
    .flatMap((code) => past.get(code)?.spreads ?? [])
    .every((spread) => spread === null || isBeyond(value, spread, side))
  if (!isBeyondEnded) return false
  return factors.every((other) => {
    const spreads = past.get(other.code)?.spreads ?? []
    const thisWeek = other.code === row.code ? [] : [other.primary.week.value]
    return [...spreads, ...thisWeek].every((spread) => spread === null || isBeyond(value, spread, side))
  })
}

/** Is the average week of a family above, or below, that of all past weeks in which all of its factors have a value? */
function isFamilyRecord({ rows }: FamilyGroup<WindowRow>, side: Side, { past, leastPast }: ComparedWeek): boolean {
  const now = meanOf(rows.map(({ primary }) => primary.week.value))
  if (now === null || rows.length < 2) return false
  const spreads = rows.map(({ code }) => past.get(code)?.spreads ?? [])
  let known = 0
  // Most families are no record, which one of their first weeks shows already.
  for (const week of (spreads[0] ?? []).keys()) {
    const mean = meanOf(spreads.map((own) => own[week] ?? null))
    if (mean === null) continue
    if (!isBeyond(now, mean, side)) return false
    known += 1
  }
  return known >= leastPast
}

function isBeyond(value: number, other: number, side: Side): boolean {
  return side === 'up' ? value > other : value < other
}

/** Returns the mean; null when a value is missing. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length < values.length ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
