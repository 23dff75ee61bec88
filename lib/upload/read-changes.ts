/** Reads what a dry run wrote, in its transaction, before it is rolled back. */
import { readChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { readRestatedRows } from '@/lib/db/queries/get-restated-rows'
import type { Query } from '@/lib/db/query'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { type ChangedDays, NO_DAYS, readChangedDays } from './changed-days'
import { LISTED_MAX, type UploadChanges } from './upload-record'

export interface DryChanges extends Pick<UploadChanges, 'restated' | 'restatedCount' | 'entries' | 'entriesCount'> {
  /** The newest version before the load. */
  before: number
  /** New and changed days of returns; null when there are too many. */
  days: ChangedDays | null
}

/**
 * Reads the changes of a dry run: daily rows and entries before and after, and all days of returns.
 * @param query runs in the transaction of the load
 * @param outcomes have the numbers of their versions
 * @param newest the newest committed version, for a load that changes nothing
 */
export async function readChanges(
  query: Query,
  outcomes: readonly ImportOutcome[],
  newest: number,
): Promise<DryChanges> {
  const versions = outcomes.flatMap(({ version }) => version ?? []).sort((one, other) => one - other)
  const [first] = versions
  const changes: DryChanges = {
    ...{ before: (first ?? newest + 1) - 1, restated: [], restatedCount: 0, entries: [], entriesCount: 0 },
    days: first === undefined ? NO_DAYS : await readChangedDays(query, first),
  }
  for (const outcome of outcomes) {
    if (outcome.version === null) continue
    if (outcome.series.length > 0) {
      const limit = LISTED_MAX - changes.restated.length
      changes.restated.push(...(await readRestatedRows(query, { version: outcome.version, limit, offset: 0 })))
      changes.restatedCount += outcome.rowsRestated
    } else {
      const entries = await readChangedEntries(query, outcome.version)
      changes.entries.push(...entries.slice(0, LISTED_MAX - changes.entries.length))
      changes.entriesCount += entries.length
    }
  }
  return changes
}
