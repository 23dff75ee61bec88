import { toIsoDate } from '@/lib/db/queries/plain-date'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'
import { countWithin } from './count-within'

interface Parameters {
  /** Data versions to read. */
  versions: number[]
}

/** What a load did to one series. */
export interface VersionSeries {
  version: number
  code: string
  rowsNew: number
  rowsRestated: number
  /** null when an old load did not record it, and of a load with days that the current scope may not read. */
  rowsUnchanged: number | null
  rowsWithdrawn: number
  /** First and last date among the rows of the file, ISO dates. */
  first: string
  last: string
}

/**
 * Returns what loads of daily rows did to each series, ordered by version and code: within the dates of the current scope. A
 * series of which a load has no such day is left out.
 */
export async function getVersionSeries({ versions }: Parameters): Promise<VersionSeries[]> {
  refuseLimited()
  const rows = await storeAsOf(Math.max(...versions)).dataVersionSeries.findMany({
    where: { version: { in: versions } },
    orderBy: [{ version: 'asc' }, { code: 'asc' }],
  })
  const whole = rows.map(({ firstDate, lastDate, ...row }) => ({
    ...row,
    first: toIsoDate(firstDate),
    last: toIsoDate(lastDate),
  }))
  const newest = Math.max(...versions)
  return countWithin(whole, await datesInScope(newest), storeAsOf(newest))
}
