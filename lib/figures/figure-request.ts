import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { IssueKind } from '@/lib/base/window-kind'
import type { FigureName } from './registry'
import type { ComparisonTerms } from './rows/terms'

/** All parameters of a figure's rows: the same request always gives the same rows. */
export interface FigureRequest {
  kind: FigureName
  /** Code of the factor or portfolio; ALL_FACTORS for a figure of all factors; "a,b,c" for a comparison. */
  code: string
  /** Data version, from 1. */
  version: number
  /** The version's stamp, so that an address is valid for one store and catalogue only. */
  stamp: string
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
  /** Present exactly for a comparison, or a series over a period. */
  terms?: ComparisonTerms
  /** Kind of the issue whose windows it shows; absent for those of a week. */
  window?: IssueKind
}

/** Replaces a series' code in the address of a figure of all factors; for another market it is "all.US". */
export const ALL_FACTORS = 'all'

/**
 * Returns the code for all factors of a market.
 * @param market its code; undefined for the default market
 */
export function allFactors(market: string | undefined): string {
  return market === undefined ? ALL_FACTORS : `${ALL_FACTORS}.${market}`
}

/** The texts around a figure outside a page, such as an exported picture. */
export interface FigureCaption {
  /** Series and figure, or the figure of all factors. */
  title: string
  /** Unit, scale and span of time. */
  note: string
  /** Source of the data, as-of date, data version, and what its figures are of. */
  source: string
  /** The mark of synthetic data; null for the user's own data. */
  demo: string | null
}
