import type { Catalogue } from '@/lib/catalogue/catalogue'
import { hasSeries, isPart, isWithin, type ReadScope } from '@/lib/scope/read-scope'

/**
 * Returns the part of a catalogue that a scope has: its series, their markets and families, and the indices by which its
 * portfolios are measured. A scope without a list of series has everything of its markets, series or not. With a bound of
 * dates, series that begin later are left out, and one that ends later has not ended. Positions are counted anew, since gaps
 * would tell how many others there are.
 */
export function catalogueInScope(catalogue: Catalogue, scope: ReadScope): Catalogue {
  if (!isPart(scope)) return catalogue
  const factors = within(catalogue.factors, scope).filter((factor) => hasSeries(scope, factor))
  const portfolios = within(catalogue.portfolios, scope).filter((portfolio) => hasSeries(scope, portfolio))
  const benchmarks = new Set(portfolios.map(({ benchmarkCode }) => benchmarkCode))
  const indices = within(catalogue.indices, scope).filter(
    (index) => hasSeries(scope, index) || benchmarks.has(index.code),
  )
  const families = new Set(factors.map(({ familyCode }) => familyCode))
  const granted = scope.markets ?? catalogue.markets.flatMap(({ code }) => (hasDates(scope, code) ? [code] : []))
  const markets = new Set(
    scope.series === null ? granted : [...factors, ...portfolios, ...indices].map(({ marketCode }) => marketCode),
  )
  return {
    markets: catalogue.markets.filter(({ code }) => markets.has(code)),
    families: numbered(catalogue.families.filter(({ code }) => families.has(code))),
    factors: numbered(factors),
    portfolios: numbered(portfolios),
    indices: numbered(indices),
  }
}

/** Returns whether a scope has any date of a market. */
function hasDates(scope: ReadScope, market: string): boolean {
  return isWithin(scope, market, FIRST_DATE)
}

const FIRST_DATE = '0001-01-01'

interface Lived {
  marketCode: string
  inception: string
  ended: string | null
  endedReasonZh: string | null
  endedReasonEn: string | null
}

/** Returns the series that have begun within the dates of a scope, as they were on the last of them. */
function within<Entry extends Lived>(entries: readonly Entry[], scope: ReadScope): Entry[] {
  return entries
    .filter(({ marketCode, inception }) => isWithin(scope, marketCode, inception))
    .map((entry) =>
      entry.ended === null || isWithin(scope, entry.marketCode, entry.ended)
        ? entry
        : { ...entry, ended: null, endedReasonZh: null, endedReasonEn: null },
    )
}

/** Returns entries with positions from 1, in their order. */
function numbered<Entry extends { position: number }>(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, index) => ({ ...entry, position: index + 1 }))
}
