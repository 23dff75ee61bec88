/** Days of series that a dry run adds, changes or takes away, and series with these days in their places. */
import { z } from 'zod'
import { positionFrom } from '@/lib/base/dates'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { FactorReturns, IndexReturns, PortfolioReturns } from '@/lib/db/queries/get-returns'
import type { Query } from '@/lib/db/query'

/** Above this number of rows of a kind, the published figures that move are left to the page of the version. */
const ROWS_MAX = 200_000

const dayRow = z.object({ code: z.string(), date: z.iso.date(), values: z.array(z.number()).nullable() })

/**
 * A day of a series as it would be: daily returns by leg, decimal fractions, in the order of the kind's legs; null where the
 * series would have no row.
 */
export type ChangedDay = z.infer<typeof dayRow>

export interface ChangedDays {
  factors: ChangedDay[]
  portfolios: ChangedDay[]
  indices: ChangedDay[]
}

export const NO_DAYS: ChangedDays = { factors: [], portfolios: [], indices: [] }

type OfReturns = 'factor_returns' | 'portfolio_returns' | 'index_returns'

/**
 * Reads the days that the versions from `first` on changed, by code and date, in the transaction that wrote them.
 * @returns null when there are too many
 */
export async function readChangedDays(query: Query, first: number): Promise<ChangedDays | null> {
  const read = async (kind: OfReturns) => z.array(dayRow).parse(await query(daysOf(kind), [first]))
  const factors = await read('factor_returns')
  const portfolios = await read('portfolio_returns')
  const indices = await read('index_returns')
  const areMany = [factors, portfolios, indices].some(({ length }) => length > ROWS_MAX)
  return areMany ? null : { factors, portfolios, indices }
}

function daysOf(kind: OfReturns): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  return `
    select code, to_char(date, 'YYYY-MM-DD') as date, values
    from (
      select ${codeColumn} as code, date, array[${legs.map(({ stored }) => stored).join()}] as values
      from ${table}
      where since_version >= $1::int and until_version = ${STILL_TRUE}
      union all
      select distinct closed.${codeColumn}, closed.date, null::double precision[]
      from ${table} as closed
        left join ${table} as now
          on now.${codeColumn} = closed.${codeColumn} and now.date = closed.date and now.until_version = ${STILL_TRUE}
      where closed.until_version >= $1::int and closed.until_version < ${STILL_TRUE} and now.date is null
    ) as changed
    order by code, date
    limit ${ROWS_MAX + 1}`
}

/** Groups days by series; they are in the order of codes and dates. */
export function byCode(days: readonly ChangedDay[]): Map<string, ChangedDay[]> {
  const groups = new Map<string, ChangedDay[]>()
  for (const day of days) {
    const group = groups.get(day.code)
    if (group === undefined) groups.set(day.code, [day])
    else group.push(day)
  }
  return groups
}

/** Returns those of some days that are not after a date. */
export function upTo(days: readonly ChangedDay[] = [], to: string): ChangedDay[] {
  return days.filter(({ date }) => date <= to)
}

export function factorWith(rows: FactorReturns, days: readonly ChangedDay[]): FactorReturns {
  const { dates, columns } = withDays(rows.dates, [rows.long, rows.short, rows.benchmark], days)
  const [long = [], short = [], benchmark = []] = columns
  return { ...rows, dates, long, short, benchmark }
}

export function portfolioWith(rows: PortfolioReturns, days: readonly ChangedDay[]): PortfolioReturns {
  const { dates, columns } = withDays(rows.dates, [rows.portfolio, rows.benchmark], days)
  const [portfolio = [], benchmark = []] = columns
  return { ...rows, dates, portfolio, benchmark }
}

export function indexWith(rows: IndexReturns, days: readonly ChangedDay[]): IndexReturns {
  const { dates, columns } = withDays(rows.dates, [rows.return], days)
  const [daily = []] = columns
  return { ...rows, dates, return: daily }
}

/**
 * Returns columns of daily values with the values of some days in their places: in place of stored ones, between them, or
 * without them.
 * @param columns in the order of the legs, which the values of a day have too
 */
function withDays(stored: string[], columns: number[][], days: readonly ChangedDay[]) {
  const dates = [...stored]
  const values = columns.map((column) => [...column])
  for (const day of days) {
    const at = positionFrom(dates, day.date)
    const replaced = dates[at] === day.date ? 1 : 0
    dates.splice(at, replaced, ...(day.values === null ? [] : [day.date]))
    for (const [leg, column] of values.entries()) {
      column.splice(at, replaced, ...(day.values === null ? [] : [day.values[leg] ?? Number.NaN]))
    }
  }
  return { dates, columns: values }
}
