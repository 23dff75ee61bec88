import type { Client } from 'pg'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Hold } from '@/lib/import/outcome/hold'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import { findFlatDays } from './flat-days'
import { findLevels } from './levels'
import { findMagnitudes } from './magnitudes'
import { publishedExamples } from './published-examples'
import { findRestatedHistory } from './restated-history'
import { readSeriesRows } from './series-rows'

/**
 * Finds what makes the rows in `staged` and `staged_series` implausible, on their own or beside the stored rows. Checks
 * only returns, and only when any of them is new or restated. Call it inside the load, before any write.
 */
export async function findHolds(client: Client, kind: ReturnKind, series: SeriesOutcome[]): Promise<Hold[]> {
  const changing = series.filter(({ rowsNew, rowsRestated }) => rowsNew + rowsRestated > 0)
  if (changing.length === 0 || RETURN_KINDS[kind].values !== 'returns') return []
  // Restated series first, since only some series are compared row by row.
  const codes = changing.toSorted((a, b) => b.rowsRestated - a.rowsRestated).map(({ code }) => code)
  const rows = await readSeriesRows(client, kind, codes)
  const found = [
    ...(await findFlatDays(client, kind)),
    ...(await findMagnitudes(client, kind)),
    ...findLevels(kind, rows),
    ...findRestatedHistory(kind, rows, changing),
  ]
  const holds: Hold[] = []
  // One after the other: a connection runs one query at a time.
  for (const hold of found) {
    holds.push({ ...hold, examples: [...hold.examples, ...(await publishedExamples(client, kind, hold))] })
  }
  return holds
}
