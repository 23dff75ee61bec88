import type { Windows } from '@/lib/analysis/cell'

/** Benchmarks that a compact place shows; it says how many more there are. */
export const COMPACT_BENCHMARKS = 8

/** What the market did: one benchmark with its own return, against nothing. */
export interface MarketBenchmark {
  /** `universe` for the average of the universe, `universe.<factor>` for that of one factor; else the code of the index. */
  code: string
  name: string
  /** Own returns; the week has its percentile among all earlier weeks of the benchmark. */
  returns: Windows
  /** Why a figure is missing; null when none is. */
  note: string | null
}

/** Returns the benchmarks of a compact place, and the number of the others. */
export function compactMarket(market: readonly MarketBenchmark[]): { shown: MarketBenchmark[]; others: number } {
  const shown = market.slice(0, COMPACT_BENCHMARKS)
  return { shown, others: market.length - shown.length }
}
