import type { ComparedRow } from '@/lib/report/model/report'

/** Adds ranks by this week's and last week's figure; 1 is the highest, ties share the better rank. */
export function withRanks<Row extends ComparedRow>(rows: Row[]): Row[] {
  const ranks = ranksOf(rows.map((row) => row.primary.week.value))
  const lastRanks = ranksOf(rows.map((row) => row.standing.lastWeek.value))
  return rows.map((row) => ({
    ...row,
    standing: {
      ...row.standing,
      rank: rankOf(row.primary.week.value, ranks),
      lastRank: rankOf(row.standing.lastWeek.value, lastRanks),
    },
  }))
}

/** Returns the rank of each value: one more than the number of greater ones. */
function ranksOf(values: readonly (number | null)[]): Map<number, number> {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a)
  const ranks = new Map<number, number>()
  for (const [greater, value] of sorted.entries()) if (!ranks.has(value)) ranks.set(value, greater + 1)
  return ranks
}

function rankOf(value: number | null, ranks: ReadonlyMap<number, number>): number | null {
  return value === null ? null : (ranks.get(value) ?? null)
}
