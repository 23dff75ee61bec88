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
  /** Factors wanted; all of them when not given. */
  codes?: readonly string[]
}

const row = z
  .object({ code: z.string(), dates: dateColumn, long: floatColumn, short: floatColumn, benchmark: floatColumn })
  .refine(
    ({ dates, long, short, benchmark }) => sameLength([dates, long, short, benchmark]),
    'columns differ in length',
  )

/** Daily simple returns of a factor's legs, decimal fractions: four columns of one length, oldest first. */
export type FactorReturns = z.infer<typeof row>

/** Daily returns of factors up to a date, as of a data version; ordered by code. A factor without rows is not among them. */
export async function getFactorReturns({ version, to, codes }: Parameters): Promise<FactorReturns[]> {
  const wanted = codes === undefined ? Prisma.empty : Prisma.sql`and factor_code = any(${codes}::text[])`
  const rows = await prisma.$queryRaw`
    select factor_code                                                 as code,
           string_agg(date_send(date), '' order by date)               as dates,
           string_agg(float8send(long_return), '' order by date)       as long,
           string_agg(float8send(short_return), '' order by date)      as short,
           string_agg(float8send(benchmark_return), '' order by date)  as benchmark
    from factor_return
    where ${asOfVersion(version)} and date <= ${to}::date ${wanted}
    group by factor_code
    order by factor_code`
  return z.array(row).parse(rows)
}
