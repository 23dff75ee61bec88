import type { SummaryRow } from '@/lib/report/model/report'

/** Adds ranks by this week's and last week's figure; 1 is the highest, ties share the better rank. */
export function withRanks<Row extends SummaryRow>(rows: Row[]): Row[] {
  const weeks = rows.map((row) => row.primary.week.value)
  const lastWeeks = rows.map((row) => row.standing.lastWeek.value)
  return rows.map((row) => ({
    ...row,
    standing: {
      ...row.standing,
      rank: rankAmong(row.primary.week.value, weeks),
      lastRank: rankAmong(row.standing.lastWeek.value, lastWeeks),
    },
  }))
}

function rankAmong(value: number | null, values: (number | null)[]): number | null {
  return value === null ? null : 1 + values.filter((other) => other !== null && other > value).length
}
