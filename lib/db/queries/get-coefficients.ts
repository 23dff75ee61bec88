import { z } from 'zod'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** Codes of the factors. */
  codes: readonly string[]
  /** First and last ISO date, both inclusive. */
  from: string
  to: string
}

const row = z.object({
  code: z.string(),
  date: z.iso.date(),
  /** Information coefficient, from -1 to 1; null when not known. */
  ic: z.number().nullable(),
  /** Rank information coefficient, from -1 to 1; null when not known. */
  rankIc: z.number().nullable(),
})

export type Coefficient = z.infer<typeof row>

/** Returns the information coefficients of several factors over a period; ordered by code, then the oldest first. */
export async function getCoefficients({ version, codes, from, to }: Parameters): Promise<Coefficient[]> {
  const [wanted, dates] = await Promise.all([codesInScope({ version, codes }), datesInScope(version)])
  const rows = await storeAsOf(version).$queryRaw`
    select factor_code as code, to_char(date, 'YYYY-MM-DD') as date, ic, rank_ic as "rankIc"
    from factor_quality
    where factor_code = any(${wanted}::text[]) and date between ${from}::date and ${to}::date
      and ${asOfVersion(version)} ${dates.condition('factor_code')}
    order by factor_code, date`
  return z.array(row).parse(rows)
}
