/** Holds contributions against the excess of their day: their sum is the portfolio's return minus that of its benchmark. */
import { z } from 'zod'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import type { FoundFault } from '@/lib/import/outcome/fault'
import { CONTRIBUTION_TOLERANCE } from '@/lib/metrics/returns/link-contributions'

const row = z.object({
  code: z.string(),
  date: z.iso.date(),
  version: z.int(),
  isOfReturns: z.boolean(),
  sum: z.string(),
  excess: z.string().nullable(),
  difference: z.string().nullable(),
})

/** A day whose contributions do not add up. Numbers are decimal fractions, as text without rounding. */
export interface UnequalSum {
  code: string
  /** ISO date. */
  date: string
  /** The version that made it so, by its contributions or by its returns. */
  version: number
  /** Whether only the returns of the day are of that version. */
  isOfReturns: boolean
  sum: string
  /** null when the day has no return. */
  excess: string | null
  difference: string | null
}

/**
 * Finds days with contributions that have no return, or whose contributions differ from their excess by more than the
 * tolerance, as the newest version has them; by series and date.
 * @param since days of which neither contributions nor returns were changed since that version are left out
 */
export async function findUnequalSums(query: Query, since: number): Promise<UnequalSum[]> {
  return z.array(row).parse(await query(UNEQUAL, [since, CONTRIBUTION_TOLERANCE]))
}

/** Returns the remedy for such a day, which names the series, the day and the numbers. */
export function describeUnequal({
  code,
  date,
  sum,
  excess,
  difference,
}: Omit<UnequalSum, 'version' | 'isOfReturns'>): string {
  const named = `${code} on ${date}`
  if (excess === null)
    return `${named}: the contributions add up to ${sum}, and the day has no return of the portfolio.`
  return `${named}: the contributions add up to ${sum}, the excess (portfolio - benchmark) is ${excess}, the difference ${difference}; at most ${CONTRIBUTION_TOLERANCE.toFixed(6)} is allowed.`
}

/** Returns the fault of a file whose load made such a day. */
export function faultOf(unequal: UnequalSum): FoundFault {
  const { code, date, excess, isOfReturns } = unequal
  const value = `${date} ${code}`
  const described = describeUnequal(unequal)
  if (excess === null) {
    return { value, rule: 'no-excess', remedy: `${described} Load its returns first, or in the same load.` }
  }
  const remedy = isOfReturns
    ? 'Load the contributions of that day again in the same load.'
    : 'Correct them, or write more decimals.'
  return { value, rule: 'sum-differs', remedy: `${described} ${remedy}` }
}

/** Sums are of decimals, as they were written, so that no binary rounding is added. */
const UNEQUAL = `
  with day as (
    select parts.portfolio_code as code, parts.date, contributions,
           returns.portfolio_return::numeric - returns.benchmark_return::numeric as excess,
           case when parts.since_version >= $1::int then parts.since_version else returns.since_version end as version,
           parts.since_version < $1::int as "isOfReturns"
    from portfolio_contribution as parts
      left join portfolio_return as returns
        on returns.portfolio_code = parts.portfolio_code and returns.date = parts.date
          and returns.until_version = ${STILL_TRUE}
    where parts.until_version = ${STILL_TRUE}
      and (returns.date is null or greatest(parts.since_version, returns.since_version) >= $1::int)
  ), summed as (
    select *, (select sum(value::numeric) from jsonb_each_text(contributions)) as sum from day
  )
  select code, date::text, coalesce(version, 0) as version, "isOfReturns",
         sum::text, excess::text, (sum - excess)::text as difference
  from summed
  where excess is null or abs(sum - excess) > $2::float8::numeric
  order by code collate "C", date`
