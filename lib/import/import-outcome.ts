import type { Fault, FaultLog } from '@/lib/import/fault'
import type { LoadResult } from '@/lib/import/load'
import type { SeriesSummary } from '@/lib/import/return-batch'

/** What a load did, or why it did nothing. */
export interface ImportOutcome extends LoadResult {
  /** Name of the file, without its folder. */
  file: string
  /** What a file of returns holds of each series, ordered by code; none for a catalogue. */
  series: SeriesSummary[]
  /** The first 1,000. With any fault nothing was written. */
  faults: Fault[]
  faultCount: number
}

/** The outcome of a file with faults. */
export function refusedOutcome({ file, kept, count }: FaultLog): ImportOutcome {
  return {
    file,
    version: null,
    rowsNew: 0,
    rowsRestated: 0,
    rowsUnchanged: 0,
    series: [],
    faults: kept,
    faultCount: count,
  }
}
