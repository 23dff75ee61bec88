import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { currentScope } from '@/lib/scope/current-scope'
import { isPart } from '@/lib/scope/read-scope'

interface Asked {
  /** Data version as of which the catalogue is read. */
  version: number
  /** Codes of series; by default all. */
  codes?: readonly string[] | undefined
}

/**
 * Returns those codes of series that the current scope has; undefined for all series of the store. A code outside of the
 * scope is left out as one that does not exist.
 */
export async function codesInScope({ version, codes }: Asked): Promise<readonly string[] | undefined> {
  if (!isPart(currentScope())) return codes
  const { factors, portfolios, indices } = await getCatalogue({ version })
  const known = new Set([...factors, ...portfolios, ...indices].map(({ code }) => code))
  return codes === undefined ? [...known].sort() : codes.filter((code) => known.has(code))
}

/** Returns a test whether the current scope has a market; without a limit it has any. */
export async function marketsInScope(version: number): Promise<(market: string) => boolean> {
  if (!isPart(currentScope())) return () => true
  const known = new Set((await getCatalogue({ version })).markets.map(({ code }) => code))
  return (market) => known.has(market)
}
