import { pathWith } from '@/lib/address/parameters/packed'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import type { WallEntry } from '@/lib/workbench/wall/wall'

/** Returns the wall's address for a request with `change`; undefined values are left out. */
export function wallPath(path: string, parameters: WallParameters, change: WallParameters = {}): string {
  return pathWith(path, { ...parameters, ...change })
}

/** Returns the address of the page of one series, as of the same week. */
export function seriesPath({ code, kind }: Pick<WallEntry, 'code' | 'kind'>, { parameters }: View): string {
  return pathWith(`${kind === 'factor' ? '/factors' : '/portfolios'}/${code}`, { asOf: parameters.asOf || null })
}
