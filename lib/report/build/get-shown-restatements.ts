import { mondayOf, yearOf } from '@/lib/base/dates'
import { getRestatements } from '@/lib/db/queries/get-restatements'
import type { ShownRestatements } from '@/lib/report/model/inputs'

interface RestatementsRequest {
  /** Data version that is shown. */
  version: number
  /** Newest data version: restatements up to it are included; none when not given. */
  latest?: number | undefined
  /** First day that counts, ISO date; null for that of a report of a week: of its week or year, whichever is earlier. */
  from?: string | null
  /** Last trading day of the week that is shown. */
  asOf: string
  /** Series wanted; all of them when not given. */
  codes?: readonly string[] | undefined
}

/** Returns the restatements of the days that a page of a week covers: up to the shown version, and after it. */
export async function getShownRestatements({
  version,
  latest = version,
  from = null,
  asOf,
  codes,
}: RestatementsRequest): Promise<ShownRestatements> {
  const all = await getRestatements({ version: latest, ...shownSpan(asOf), ...(from === null ? {} : { from }), codes })
  return {
    restatements: all.filter((one) => one.version <= version),
    laterRestatements: all.filter((one) => one.version > version),
  }
}

/** Returns the days that a report covers: its year and its week, which may begin in the year before. */
function shownSpan(asOf: string): { from: string; to: string } {
  const [monday, newYear] = [mondayOf(asOf), `${yearOf(asOf)}-01-01`]
  return { from: monday < newYear ? monday : newYear, to: asOf }
}
