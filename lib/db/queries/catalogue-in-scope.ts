import type { Catalogue } from '@/lib/catalogue/catalogue'
import { hasSeries, isLimited, type ReadScope } from '@/lib/scope/read-scope'

/**
 * Returns the part of a catalogue that a scope has: its series, their markets and families, and the indices by which its
 * portfolios are measured. A scope without a list of series has everything of its markets, series or not. Positions are
 * counted anew, since gaps would tell how many others there are.
 */
export function catalogueInScope(catalogue: Catalogue, scope: ReadScope): Catalogue {
  if (!isLimited(scope)) return catalogue
  const factors = catalogue.factors.filter((factor) => hasSeries(scope, factor))
  const portfolios = catalogue.portfolios.filter((portfolio) => hasSeries(scope, portfolio))
  const benchmarks = new Set(portfolios.map(({ benchmarkCode }) => benchmarkCode))
  const indices = catalogue.indices.filter((index) => hasSeries(scope, index) || benchmarks.has(index.code))
  const families = new Set(factors.map(({ familyCode }) => familyCode))
  const markets = new Set(
    scope.series === null ? scope.markets : [...factors, ...portfolios, ...indices].map(({ marketCode }) => marketCode),
  )
  return {
    markets: catalogue.markets.filter(({ code }) => markets.has(code)),
    families: numbered(catalogue.families.filter(({ code }) => families.has(code))),
    factors: numbered(factors),
    portfolios: numbered(portfolios),
    indices: numbered(indices),
  }
}

/** Returns entries with positions from 1, in their order. */
function numbered<Entry extends { position: number }>(entries: readonly Entry[]): Entry[] {
  return entries.map((entry, index) => ({ ...entry, position: index + 1 }))
}
