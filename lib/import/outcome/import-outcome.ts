import type { Fault, FaultLog } from './fault'
import type { FoundTable } from './found-table'
import type { GivenColumn } from './given-column'
import type { Hold } from './hold'
import type { Warning } from './warning'

export interface RowCounts {
  rowsNew: number
  rowsRestated: number
  rowsUnchanged: number
}

/** `version` is null when the store already held all of it. */
export interface LoadResult extends RowCounts {
  version: number | null
}

/** What a load did, or why it did nothing. */
export interface ImportOutcome extends LoadResult {
  /** Name of the file, without its folder. */
  file: string
  /** Whether this was a dry run: the counts then say what a load would do, and there is no version. */
  dryRun: boolean
  /** What was recognised of its tables, one for each sheet; empty for a catalogue in JSON. */
  tables: FoundTable[]
  /** Meanings given to its columns, now or in an earlier load from the same source; empty when its own names count. */
  columns: readonly GivenColumn[]
  /** The rows of each series in a file of returns, ordered by code; empty for a catalogue. */
  series: SeriesOutcome[]
  /** The first 1,000. With any fault nothing was written. */
  faults: Fault[]
  faultCount: number
  /** The first 1,000. A warning stops nothing. */
  warnings: Warning[]
  warningCount: number
  /** Findings that nobody accepted. With any of them nothing was written. */
  holds: Hold[]
}

/** The rows of one series in a file, and how many were new. */
export interface SeriesOutcome extends RowCounts {
  code: string
  /** ISO dates of the first and the last row in the file. */
  from: string
  to: string
}

/** Returns the outcome of a file with faults, or, without any, of one that changes nothing. */
export function emptyOutcome({ file, kept, count, tables, columns }: FaultLog, dryRun: boolean): ImportOutcome {
  return {
    file,
    dryRun,
    version: null,
    rowsNew: 0,
    rowsRestated: 0,
    rowsUnchanged: 0,
    tables,
    columns,
    series: [],
    faults: kept,
    faultCount: count,
    warnings: [],
    warningCount: 0,
    holds: [],
  }
}

/** Returns whether a file has faults, or findings that nobody accepted: nothing of its load is then written. */
export function isRefused({ faultCount, holds }: Pick<ImportOutcome, 'faultCount' | 'holds'>): boolean {
  return faultCount > 0 || holds.length > 0
}
