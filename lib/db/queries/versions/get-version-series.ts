import { toIsoDate } from '@/lib/db/queries/plain-date'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

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
  /** null when an old load did not record it. */
  rowsUnchanged: number | null
  rowsWithdrawn: number
  /** First and last date among the rows of the file, ISO dates. */
  first: string
  last: string
}

/** Returns what loads of daily rows did to each series, ordered by version and code. */
export async function getVersionSeries({ versions }: Parameters): Promise<VersionSeries[]> {
  refuseLimited()
  const rows = await storeAsOf(Math.max(...versions)).dataVersionSeries.findMany({
    where: { version: { in: versions } },
    orderBy: [{ version: 'asc' }, { code: 'asc' }],
  })
  return rows.map(({ firstDate, lastDate, ...row }) => ({
    ...row,
    first: toIsoDate(firstDate),
    last: toIsoDate(lastDate),
  }))
}
