import { pathWith } from '@/lib/address/parameters/packed'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import type { SummaryRow } from '@/lib/report/model/report'

/** Returns the wall's address for a request with `change`; undefined values are left out. */
export function wallPath(path: string, parameters: WallParameters, change: WallParameters = {}): string {
  return pathWith(path, { ...parameters, ...change })
}

/** Returns the address of the page of one series, as of the same week. */
export function seriesPath({ code, longExcess }: SummaryRow, { parameters }: View): string {
  return pathWith(`${longExcess ? '/factors' : '/portfolios'}/${code}`, { asOf: parameters.asOf || null })
}
