import { latestVersion } from './latest-version'
import { readAliases } from './read-aliases'
import { storeAsOf } from './store-as-of'

/** The codes of renamed series as of the newest data version: an old code leads to its series in every version. */
interface NewestAliases {
  /** Data version and stamp of which they were read. */
  readOf: string
  /** The code of each renamed series, by its old code. */
  codes: ReadonlyMap<string, string>
  /** Differs after a rename: what is kept of an older version has the old codes. */
  edition: string
}

let kept: Promise<NewestAliases> | null = null

/**
 * Returns the codes of all renamed series, in every scope, read once for each data version; `aliasesInScope` returns those that
 * a reader may see.
 */
export async function newestAliases(): Promise<NewestAliases> {
  const { id, stamp } = await latestVersion()
  const known = await kept
  if (known?.readOf === `${id}.${stamp}`) return known
  kept = read(id, `${id}.${stamp}`).catch((error) => {
    kept = null
    throw error
  })
  return kept
}

async function read(version: number, readOf: string): Promise<NewestAliases> {
  const codes = await readAliases(
    (statement, parameters) => storeAsOf(version).$queryRawUnsafe(statement, ...parameters),
    version,
  )
  return { readOf, codes, edition: [...codes].flat().join(' ') }
}
