import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

/** A series, and the positions of its days among the trading days: from its inception, or later, to before the end. */
export interface LineLife {
  code: string
  start: number
  end: number
}

export interface LinesRequest {
  /** Data version of the rows. */
  version: number
  kind: 'factor_returns' | 'portfolio_returns'
  series: readonly LineLife[]
  /** Trading days, ascending ISO dates. */
  days: readonly string[]
}

/** Which rows count. */
export interface RowConditions {
  /** Number of the day of a row; negative or null on days that are no trading days. */
  place: Prisma.Sql
  /** Condition that the current scope may read a row, beginning with "and"; `code` is the series. */
  isInScope: Prisma.Sql
}

interface Figures {
  /** Columns of each day, from its growth of the NAV ratio, `growth`, and that since the start, `ratio`; window `so_far`. */
  ofDay: Prisma.Sql
  /** Columns of each series, aggregates over those of its days. */
  ofLine: Prisma.Sql
}

/**
 * Reads figures of the lines of many series as of a data version, one row each, with `code` and `start`. Series that lack a
 * day are left out: to find the positions of all days would take as long again.
 */
export function readWholeLines(
  { version, kind, series, days }: LinesRequest,
  { place, isInScope }: RowConditions,
  { ofDay, ofLine }: Figures,
): Promise<unknown> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const [leg, against] = legs.map(({ stored }) => Prisma.raw(stored))
  return storeAsOf(version).$queryRaw`
    select code, start, own.*
    from unnest(${series.map(({ code }) => code)}::text[], ${series.map(({ start }) => start)}::int[],
                ${series.map(({ end }) => end)}::int[], ${series.map(({ start }) => days[start])}::date[],
                ${series.map(({ end }) => days[end - 1])}::date[])
                as wanted (code, start, "end", first, last),
         lateral (
           select count(*) as days, ${ofLine}
           from (
             select ${ofDay}
             from (
               select date, growth, product(growth) over so_far as ratio
               from (
                 select date, (1 + ${leg}) / (1 + ${against}) as growth
                 from ${Prisma.raw(table)}
                 where ${Prisma.raw(codeColumn)} = code and date between first and last and ${asOfVersion(version)}
                   ${isInScope}
                   and ${place} >= 0
               ) as daily
               window so_far as (order by date rows unbounded preceding)
             ) as grown
             window so_far as (order by date rows unbounded preceding)
           ) as line
         ) as own
    where days = "end" - start`
}
