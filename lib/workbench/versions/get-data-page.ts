import { getDataVersions } from '@/lib/db/queries/versions/get-data-versions'
import { getVersionSeries, type VersionSeries } from '@/lib/db/queries/versions/get-version-series'
import { getWithdrawals } from '@/lib/db/queries/versions/get-withdrawals'

type Version = Awaited<ReturnType<typeof getDataVersions>>[number]

/** A load, and its effect on each series that it changed. */
export interface ListedVersion extends Version {
  series: VersionSeries[]
  /** First and last date of its rows; null for a load of a catalogue. */
  dates: { first: string; last: string } | null
  /** Later versions that took it back. */
  withdrawnBy: number[]
}

export interface DataPage {
  /** Newest first. */
  versions: ListedVersion[]
  /** From 1. */
  page: number
  pages: number
}

const VERSIONS_PER_PAGE = 30

interface Parameters {
  version: number
  /** The newest version: withdrawals up to it are named. */
  latest: number
  page: number
}

/** Returns a page of the loads up to a data version; null when there is no such page. */
export async function getDataPage({ version, latest, page }: Parameters): Promise<DataPage | null> {
  const all = await getDataVersions({ version })
  const pages = Math.max(1, Math.ceil(all.length / VERSIONS_PER_PAGE))
  if (page > pages) return null
  const shown = all.slice((page - 1) * VERSIONS_PER_PAGE, page * VERSIONS_PER_PAGE)
  const ids = shown.map(({ id }) => id)
  const [series, withdrawals] = await Promise.all([
    getVersionSeries({ versions: ids }),
    getWithdrawals({ versions: ids, latest }),
  ])
  const versions = shown.map((load) => {
    const own = series.filter((each) => each.version === load.id)
    const withdrawnBy = withdrawals.filter(({ version: id }) => id === load.id).map(({ by }) => by)
    return { ...load, series: own, dates: datesOf(own), withdrawnBy }
  })
  return { versions, page, pages }
}

function datesOf(series: VersionSeries[]): ListedVersion['dates'] {
  const first = series.map((own) => own.first).sort()[0]
  const last = series
    .map((own) => own.last)
    .sort()
    .at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}
