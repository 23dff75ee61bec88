import { z } from 'zod'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version of the rows. */
  version: number
}

const row = z.object({ code: z.string(), first: z.iso.date(), last: z.iso.date(), days: z.int() })

/** First and last date with a return of one series, and the number of such days. */
export type SeriesEnds = z.infer<typeof row>

/** Returns the ends of every series of the current scope with returns, ordered by code. Reads only indexes. */
export async function getSeriesEnds({ version }: Parameters): Promise<SeriesEnds[]> {
  const valid = asOfVersion(version)
  const [wanted, dates] = await Promise.all([codesInScope({ version }), datesInScope(version)])
  const rows = await storeAsOf(version).$queryRaw`
    select factor_code as code,
           to_char(min(date), 'YYYY-MM-DD') as first, to_char(max(date), 'YYYY-MM-DD') as last, count(*)::int as days
    from factor_return where ${valid} ${dates.condition('factor_code')} group by factor_code
    union all
    select portfolio_code, to_char(min(date), 'YYYY-MM-DD'), to_char(max(date), 'YYYY-MM-DD'), count(*)::int
    from portfolio_return where ${valid} ${dates.condition('portfolio_code')} group by portfolio_code
    union all
    select index_code, to_char(min(date), 'YYYY-MM-DD'), to_char(max(date), 'YYYY-MM-DD'), count(*)::int
    from index_return where ${valid} ${dates.condition('index_code')} group by index_code
    order by code`
  const ends = z.array(row).parse(rows)
  return wanted === undefined ? ends : ends.filter(({ code }) => wanted.includes(code))
}
