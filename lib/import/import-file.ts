import { checkRows } from '@/lib/import/check-rows'
import { FaultLog } from '@/lib/import/fault'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/import-outcome'
import { readCsv } from '@/lib/import/read-csv'
import { readSource } from '@/lib/import/read-source'
import { recogniseColumns } from '@/lib/import/recognise-columns'
import type { ReturnBatch } from '@/lib/import/return-batch'
import { readSeriesCatalogue } from '@/lib/import/series-catalogue'
import { writeReturns } from '@/lib/import/write-returns'

interface Parameters {
  path: string
  /** Whether the file holds synthetic demo data, which the product then says wherever it shows a figure. */
  isDemo?: boolean
  /** Whether to say what a load would do, and to write nothing. */
  dryRun?: boolean
  /** ISO date after which there can be no return; today in Shanghai when not given. */
  today?: string
}

const SHANGHAI_AHEAD_OF_UTC_MS = 8 * 3_600_000

/**
 * Loads daily returns from a CSV file, all of it or, with any fault, nothing. The same file again changes nothing.
 * Throws what the file system throws when the file cannot be read, and what Prisma throws when the database fails.
 */
export async function importFile({
  path,
  isDemo = false,
  dryRun = false,
  today = todayInShanghai(),
}: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, isDemo)
  const faults = new FaultLog(source.name)
  const batch = await readBatch(bytes, today, faults)
  if (batch === null || faults.count > 0) return refusedOutcome(faults, dryRun)
  const result = await writeReturns(batch, source, dryRun)
  return { ...result, file: source.name, dryRun, faults: [], faultCount: 0 }
}

/** A reader of another format takes the place of `readCsv`. */
async function readBatch(bytes: Uint8Array, today: string, faults: FaultLog): Promise<ReturnBatch | null> {
  const table = readCsv(bytes, faults)
  const columns = table && recogniseColumns(table.header, faults)
  if (table === null || columns === null) return null
  return checkRows(table, { columns, catalogue: await readSeriesCatalogue(), today, faults })
}

function todayInShanghai(): string {
  return new Date(Date.now() + SHANGHAI_AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
}
