import { z } from 'zod'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version of the rows. */
  version: number
  code: string
  /** Last ISO date, inclusive. */
  to: string
}

const row = z.object({
  date: z.iso.date(),
  /** Information coefficient, from -1 to 1; null when not known. */
  ic: z.number().nullable(),
  /** Rank information coefficient, from -1 to 1; null when not known. */
  rankIc: z.number().nullable(),
  /** Mean absolute error of the ranks, from 0 to 1; null when not known. */
  rankMae: z.number().nullable(),
})

export type FactorQuality = z.infer<typeof row>

/** Returns how well a factor ranked the stocks, one row for each rebalancing date, oldest first. */
export async function getFactorQuality({ version, code, to }: Parameters): Promise<FactorQuality[]> {
  const [wanted, dates] = await Promise.all([codesInScope({ version, codes: [code] }), datesInScope(version)])
  const rows = await storeAsOf(version).$queryRaw`
    select to_char(date, 'YYYY-MM-DD') as date, ic, rank_ic as "rankIc", rank_mae as "rankMae"
    from factor_quality
    where factor_code = any(${wanted}::text[]) and date <= ${to}::date and ${asOfVersion(version)}
      ${dates.condition('factor_code')}
    order by date`
  return z.array(row).parse(rows)
}
