import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { FigureName } from './registry'
import type { ComparisonTerms } from './rows/terms'

/** All that decides a figure's rows: the same request gives the same rows, for ever. */
export interface FigureRequest {
  kind: FigureName
  /** Code of the factor or portfolio; ALL_FACTORS for a figure of all factors; "a,b,c" for a comparison. */
  code: string
  /** Data version, from 1. */
  version: number
  /** The version's stamp, so that an address of one store or catalogue is none of another. */
  stamp: string
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
  /** Set exactly when the kind is that of a comparison, or of a series over a period. */
  terms?: ComparisonTerms
}

/** Stands for a series' code in the address of a figure of all factors; another market's reads "all.US". */
export const ALL_FACTORS = 'all'

/** @param market its code; absent for the usual one */
export function allFactors(market: string | undefined): string {
  return market === undefined ? ALL_FACTORS : `${ALL_FACTORS}.${market}`
}

/** What is written around a figure where it stands alone, as on an exported picture. */
export interface FigureCaption {
  /** Series and figure, or the figure of all factors. */
  title: string
  /** Unit, scale and span of time. */
  note: string
  /** Where the data come from, the as-of date, the data version and the convention. */
  source: string
  /** The mark of synthetic data; null where the data are the user's own. */
  demo: string | null
}
