import { Prisma } from '@/lib/db/generated/prisma/client'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { currentScope } from '@/lib/scope/current-scope'
import { readableUpTo } from '@/lib/scope/read-scope'

/** Which daily rows the current scope may read, by their dates. */
interface DatesInScope {
  /** Returns the last date up to `date` of which a series may be read; null when there is none. Dates are ISO dates. */
  upTo(code: string, date: string): string | null
  /** Returns the SQL condition, beginning with "and", that `date` of a daily row may be read; empty without a bound. */
  condition(codeColumn: string): Prisma.Sql
  /** The last dates of all series that have any, by code; null without a bound. */
  last: Readonly<Record<string, string>> | null
}

const LATEST = '9999-12-31'

/** Returns which daily rows the current scope may read, by the markets of the catalogue as of a version. */
export async function datesInScope(version: number): Promise<DatesInScope> {
  const scope = currentScope()
  const { until } = scope
  if (until === null) return { upTo: (_, date) => date, condition: () => Prisma.empty, last: null }
  const { factors, portfolios, indices } = await getCatalogue({ version })
  const marketOf = new Map([...factors, ...portfolios, ...indices].map(({ code, marketCode }) => [code, marketCode]))
  const upTo = (code: string, date: string) => {
    const market = marketOf.get(code)
    return market === undefined ? null : readableUpTo(scope, market, date)
  }
  const last = Object.fromEntries(
    [...marketOf.keys()].flatMap((code) => {
      const date = upTo(code, LATEST)
      return date === null ? [] : [[code, date]]
    }),
  )
  const dates = [...new Set(Object.values(last))]
  const [only] = dates
  // One date for all is found by the index; a date by code is looked up.
  if (only !== undefined && dates.length === 1 && Object.keys(last).length === marketOf.size) {
    return { upTo, last, condition: () => Prisma.sql`and date <= ${only}::date` }
  }
  const json = JSON.stringify(last)
  return {
    upTo,
    last,
    condition: (codeColumn) => Prisma.sql`and date <= (${json}::jsonb ->> ${Prisma.raw(codeColumn)})::date`,
  }
}
