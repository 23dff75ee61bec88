import type { DataVersion } from '@/lib/db/generated/prisma/client'
import { getChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { storeAsOf } from '@/lib/db/store-as-of'
import { currentScope } from '@/lib/scope/current-scope'
import { getVersionSeries } from './get-version-series'

/** A load, with what the current scope may know of it. */
export type KnownLoad = Omit<DataVersion, 'rowsUnchanged'> & {
  /**
   * null with a bound of dates for a catalogue, and for a load with later days: what the store already held is not recorded
   * by entry and day.
   */
  rowsUnchanged: number | null
}

/**
 * Returns loads as the current scope may know them: with a bound of dates, rows and entries of the catalogue are counted up to
 * it, and a load of later days alone is left out.
 * @param version a data version that is not older than any of the loads
 */
export async function loadsInScope(loads: DataVersion[], version: number): Promise<KnownLoad[]> {
  if (currentScope().until === null || loads.length === 0) return loads
  const versions = loads.map(({ id }) => id)
  const [known, entries, all] = await Promise.all([
    getVersionSeries({ versions }),
    getChangedEntries({ versions }),
    storeAsOf(version).dataVersionSeries.findMany({ where: { version: { in: versions } }, select: { version: true } }),
  ])
  const ofDays = new Set(all.map((series) => series.version))
  return loads.flatMap((load): KnownLoad[] => {
    if (load.kind === 'catalogue') return [withEntries(load, entries)]
    if (!ofDays.has(load.id)) return [load]
    const own = known.filter((series) => series.version === load.id)
    if (own.length === 0) return []
    const sum = (count: 'rowsNew' | 'rowsRestated' | 'rowsWithdrawn') =>
      own.reduce((total, series) => total + series[count], 0)
    const isWhole = own.length === all.filter((series) => series.version === load.id).length
    return [
      {
        ...load,
        rowsNew: sum('rowsNew'),
        rowsRestated: sum('rowsRestated'),
        rowsWithdrawn: sum('rowsWithdrawn'),
        rowsUnchanged: isWhole && own.every(({ rowsUnchanged }) => rowsUnchanged !== null) ? load.rowsUnchanged : null,
      },
    ]
  })
}

type Entries = Awaited<ReturnType<typeof getChangedEntries>>

/** Returns the load of a catalogue with the counts of the entries that may be known. */
function withEntries(load: DataVersion, entries: Entries): KnownLoad {
  const own = entries.filter(({ version }) => version === load.id)
  return {
    ...load,
    rowsNew: own.filter(({ before }) => before === null).length,
    rowsRestated: own.filter(({ before, after }) => before !== null && after !== null).length,
    rowsWithdrawn: own.filter(({ after }) => after === null).length,
    rowsUnchanged: null,
  }
}
