import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Hold } from '@/lib/import/outcome/hold'

/** Rows in which a leg is zero before that is a finding: in a few rows it may be rounding. */
const ZERO_ROWS_MIN = 5

const day = z.object({ rule: z.enum(['zero-day', 'repeated-day']), date: z.iso.date(), codes: z.array(z.string()) })
const leg = z.object({
  rows: z.int(),
  zeros: z.array(z.int()),
  codes: z.array(z.string()),
  from: z.string(),
  to: z.string(),
})

/**
 * Finds days of `staged` on which every given return is zero, or equals the return of its series on the previous day,
 * and legs that are zero in every row.
 */
export async function findFlatDays(client: Client, kind: ReturnKind): Promise<Hold[]> {
  const { legs } = RETURN_KINDS[kind]
  const days = z.array(day).parse((await client.query(daysOf(kind))).rows)
  const [sums] = z.array(leg).parse((await client.query(zerosOf(kind))).rows)
  if (sums === undefined) return []
  const isAllZero = sums.zeros.every((zeros) => zeros === sums.rows)
  const zeroLegs = legs.filter((_, index) => sums.rows >= ZERO_ROWS_MIN && sums.zeros[index] === sums.rows)
  const { codes: series, from, to } = sums
  return [
    ...(['zero-day', 'repeated-day'] as const).flatMap((rule) => holdOf(rule, days)),
    ...(isAllZero ? [] : zeroLegs).map(({ column }) => ({
      rule: 'zero-leg' as const,
      series,
      from,
      to,
      detail: `The leg ${column} is 0 in all ${sums.rows} rows.`,
      examples: [],
    })),
  ]
}

function holdOf(rule: 'zero-day' | 'repeated-day', days: z.infer<typeof day>[]): Hold[] {
  const own = days.filter((each) => each.rule === rule)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const count = own.length === 1 ? 'One day' : `${own.length} days`
  const detail =
    rule === 'zero-day'
      ? `${count} of the file with nothing but zeros.`
      : `${count} of the file with the returns of the day before.`
  const series = [...new Set(own.flatMap(({ codes }) => codes))].sort()
  return [{ rule, series, from: first.date, to: last.date, detail, examples: [] }]
}

/** Looks at single days only where a series has a zero in each leg, or the value of the previous row. */
function daysOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const all = (test: (leg: string) => string) => legs.map(({ stored }) => test(stored)).join(' and ')
  return `
    with own as (
      select code, date, ${all((leg) => `staged.${leg} = 0`)} as is_zero,
             case when before is not null then ${all((leg) => `again_${leg}`)}
                  else coalesce((
                    select ${all((leg) => `stored.${leg} = staged.${leg}`)}
                    from ${table} as stored
                    where stored.${codeColumn} = staged.code and stored.until_version = ${STILL_TRUE}
                      and stored.date < staged.date
                    order by stored.date desc limit 1), false)
             end as is_repeated
      from staged
      where date in (
        select date from staged
        where before is null or (${all((leg) => `staged.${leg} = 0`)}) or (${all((leg) => `again_${leg}`)})
      )
    ), days as (
      select date, bool_and(is_zero) as is_zero, bool_and(is_repeated) as is_repeated, array_agg(code order by code) as codes
      from own group by date
    )
    select case when is_zero then 'zero-day' else 'repeated-day' end as rule,
           to_char(date, 'YYYY-MM-DD') as date, codes
    from days where is_zero or is_repeated
    order by days.date`
}

function zerosOf(kind: ReturnKind): string {
  const zeros = RETURN_KINDS[kind].legs.map(({ stored }) => `sum(days - values_${stored})::int`).join(', ')
  return `
    select sum(days)::int as rows, array[${zeros}] as zeros, array_agg(code order by code) as codes,
           to_char(min(first), 'YYYY-MM-DD') as "from", to_char(max(last), 'YYYY-MM-DD') as "to"
    from staged_series having count(*) > 0`
}
