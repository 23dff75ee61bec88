import { z } from 'zod'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import type { Query } from '@/lib/db/query'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

interface Parameters {
  /** The data version that replaced the values. */
  version: number
  /** How many rows to return, and how many to leave out before them. */
  limit: number
  offset: number
}

const values = z.record(z.string(), z.number().nullable())

export const restatedRow = z.object({
  code: z.string(),
  date: z.iso.date(),
  before: values,
  after: values.nullable(),
})

/**
 * A daily row that a version replaced: its values before and after, by column; `after` is null when it was withdrawn.
 * Returns are decimal fractions.
 */
export type RestatedRow = z.infer<typeof restatedRow>

/** Returns a part of the daily rows that a data version replaced or withdrew, by series and date. */
export async function getRestatedRows(wanted: Parameters): Promise<RestatedRow[]> {
  refuseLimited()
  const store = storeAsOf(wanted.version)
  const { last } = await datesInScope(wanted.version)
  return readRestatedRows((statement, parameters) => store.$queryRawUnsafe(statement, ...parameters), wanted, last)
}

/**
 * Returns the same over any connection, also for a version that is not committed yet.
 * @param until last dates of all series that may be read, by code; null: all dates of all series
 */
export async function readRestatedRows(
  query: Query,
  { version, limit, offset }: Parameters,
  until: Readonly<Record<string, string>> | null = null,
): Promise<RestatedRow[]> {
  const dates = until && JSON.stringify(until)
  return z.array(restatedRow).parse(await query(RESTATED, [version, limit, offset, dates]))
}

const RESTATED = `
  with restated as (
    select code, first_date,
           case when $4::jsonb is null then last_date else least(last_date, (coalesce($4::jsonb ->> code, '-infinity'))::date) end
             as last_date
    from data_version_series
    where version = $1::int and rows_restated + rows_withdrawn > 0
  )
  select code, to_char(closed.date, 'YYYY-MM-DD') as date,
         json_build_object('long', closed.long_return, 'short', closed.short_return, 'benchmark', closed.benchmark_return) as before,
         case when opened.date is not null
           then json_build_object('long', opened.long_return, 'short', opened.short_return, 'benchmark', opened.benchmark_return) end as after
  from restated
  join factor_return as closed
    on closed.factor_code = code and closed.date between first_date and last_date and closed.until_version = $1::int
  left join factor_return as opened
    on opened.factor_code = code and opened.date = closed.date and opened.since_version = $1::int
  union all
  select code, to_char(closed.date, 'YYYY-MM-DD'),
         json_build_object('portfolio', closed.portfolio_return, 'benchmark', closed.benchmark_return),
         case when opened.date is not null
           then json_build_object('portfolio', opened.portfolio_return, 'benchmark', opened.benchmark_return) end
  from restated
  join portfolio_return as closed
    on closed.portfolio_code = code and closed.date between first_date and last_date and closed.until_version = $1::int
  left join portfolio_return as opened
    on opened.portfolio_code = code and opened.date = closed.date and opened.since_version = $1::int
  union all
  select code, to_char(closed.date, 'YYYY-MM-DD'),
         json_build_object('ic', closed.ic, 'rankIc', closed.rank_ic, 'rankMae', closed.rank_mae),
         case when opened.date is not null
           then json_build_object('ic', opened.ic, 'rankIc', opened.rank_ic, 'rankMae', opened.rank_mae) end
  from restated
  join factor_quality as closed
    on closed.factor_code = code and closed.date between first_date and last_date and closed.until_version = $1::int
  left join factor_quality as opened
    on opened.factor_code = code and opened.date = closed.date and opened.since_version = $1::int
  union all
  select code, to_char(closed.date, 'YYYY-MM-DD'),
         json_build_object('return', closed.daily_return),
         case when opened.date is not null then json_build_object('return', opened.daily_return) end
  from restated
  join index_return as closed
    on closed.index_code = code and closed.date between first_date and last_date and closed.until_version = $1::int
  left join index_return as opened
    on opened.index_code = code and opened.date = closed.date and opened.since_version = $1::int
  union all
  select code, to_char(closed.date, 'YYYY-MM-DD'), closed.contributions::json, opened.contributions::json
  from restated
  join portfolio_contribution as closed
    on closed.portfolio_code = code and closed.date between first_date and last_date and closed.until_version = $1::int
  left join portfolio_contribution as opened
    on opened.portfolio_code = code and opened.date = closed.date and opened.since_version = $1::int
  order by code, date
  limit $2 offset $3`
