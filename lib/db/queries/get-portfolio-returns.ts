import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { asOfVersion } from './as-of-version'
import { dateColumn, floatColumn, sameLength } from './series-columns'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** Last date wanted, ISO, inclusive. */
  to: string
  /** Portfolios wanted; all of them when not given. */
  codes?: readonly string[]
}

const row = z
  .object({ code: z.string(), dates: dateColumn, portfolio: floatColumn, benchmark: floatColumn })
  .refine(({ dates, portfolio, benchmark }) => sameLength([dates, portfolio, benchmark]), 'columns differ in length')

/** Daily simple returns, decimal fractions: the portfolio after costs and its index, columns of one length, oldest first. */
export type PortfolioReturns = z.infer<typeof row>

/** Daily returns of portfolios up to a date, as of a data version; ordered by code. One without rows is not among them. */
export async function getPortfolioReturns({ version, to, codes }: Parameters): Promise<PortfolioReturns[]> {
  const wanted = codes === undefined ? Prisma.empty : Prisma.sql`and portfolio_code = any(${codes}::text[])`
  const rows = await prisma.$queryRaw`
    select portfolio_code                                              as code,
           string_agg(date_send(date), '' order by date)               as dates,
           string_agg(float8send(portfolio_return), '' order by date)  as portfolio,
           string_agg(float8send(benchmark_return), '' order by date)  as benchmark
    from portfolio_return
    where ${asOfVersion(version)} and date <= ${to}::date ${wanted}
    group by portfolio_code
    order by portfolio_code`
  return z.array(row).parse(rows)
}
