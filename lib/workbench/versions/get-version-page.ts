import type { Convention } from '@/lib/base/convention'
import { type ChangedEntry, getChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { getDataVersion } from '@/lib/db/queries/versions/get-data-version'
import { getVersionSeries, type VersionSeries } from '@/lib/db/queries/versions/get-version-series'
import { getWithdrawals } from '@/lib/db/queries/versions/get-withdrawals'
import { type KnownLoad, loadsInScope } from '@/lib/db/queries/versions/loads-in-scope'
import type { MovedCell } from './moved-cells'
import { movedFigures, seriesAsOf } from './moved-figures'

export interface VersionPage {
  version: KnownLoad
  /** Its effect on each series; empty for a catalogue. */
  series: VersionSeries[]
  /** Later versions that took it back. */
  withdrawnBy: number[]
  /** Daily rows that it replaced or withdrew: those of the page shown, and the number of all. */
  restated: Awaited<ReturnType<typeof getRestatedRows>>
  restatedCount: number
  /** Entries of the catalogue that it added or changed. */
  entries: ChangedEntry[]
  /** Published figures whose printed value changed. */
  moved: MovedCell[]
}

interface Shown {
  /** The newest version: withdrawals up to it are named. */
  latest: number
  convention: Convention
  /** Page number of the long lists, from 1. */
  page: number
}

/** Rows of a long list on one page, which may have four such lists. */
export const ROWS_PER_PAGE = 100

/** Returns the changes of one load and their effect on earlier weeks; null when there is no such version. */
export async function getVersionPage(id: number, { latest, convention, page }: Shown): Promise<VersionPage | null> {
  const load = await getDataVersion(id)
  const [version] = load === null ? [] : await loadsInScope([load], id)
  if (version === undefined) return null
  const [series, restated, entries, withdrawals] = await Promise.all([
    getVersionSeries({ versions: [id] }),
    getRestatedRows({ version: id, limit: ROWS_PER_PAGE, offset: (page - 1) * ROWS_PER_PAGE }),
    getChangedEntries({ versions: [id] }),
    getWithdrawals({ versions: [id], latest }),
  ])
  const withdrawnBy = withdrawals.map(({ by }) => by)
  const restatedCount = series.reduce((sum, own) => sum + own.rowsRestated + own.rowsWithdrawn, 0)
  const moved = await movedFigures({
    before: id - 1,
    after: (codes, to) => seriesAsOf(id, codes, to),
    series,
    convention,
  })
  return { version, series, withdrawnBy, restated, restatedCount, entries, moved }
}
