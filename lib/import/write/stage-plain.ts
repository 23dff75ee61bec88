import { type Client, DatabaseError } from 'pg'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { isFaultless } from '@/lib/import/check/check-staged'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import { plainRows } from '@/lib/import/layout/plain-rows'
import { type OnProgress, rowsText, withProgress } from '@/lib/import/parse/progress'
import type { FileSettings } from '@/lib/import/parse/read-file'
import { piecesOf, stageRows } from './stage-rows'

const LINE_FEED = 0x0a

/** SQLSTATE class of text that is not a date or number. */
const DATA_EXCEPTION = '22'

/**
 * Stages a plain CSV file of decimal fractions directly with COPY, and checks it in SQL: twenty times as fast as reading
 * it row by row. Returns its kind, or null with nothing staged when COPY cannot read the file or a check fails; it is then
 * to be read row by row, which finds the faults. Call it inside a transaction.
 */
export async function stagePlain(
  client: Client,
  bytes: Uint8Array,
  settings: FileSettings,
  onProgress: OnProgress = () => {},
): Promise<ReturnKind | null> {
  const kind = plainKindOf(bytes)
  const { as, unit } = settings
  const isDeclaredOther = unit === 'percent' || (as !== null && as !== 'returns')
  // Parts of rows are read by their names, row by row.
  const isRead = kind !== null && !isDeclaredOther && !RETURN_KINDS[kind].parts
  const rows = isRead ? plainRows(bytes, RETURN_KINDS[kind].legs.length) : null
  if (kind === null || rows === null) return null
  await client.query('savepoint plain')
  const whole = { whole: rows.length, next: `${rowsText(countLines(rows))} read, checking` }
  const isStaged = await isReadable(() => stageRows(client, kind, withProgress(piecesOf(rows), whole, onProgress)))
  const isFine = isStaged && (await isFaultless(client, kind, settings))
  await client.query(isFine ? 'release savepoint plain' : 'rollback to savepoint plain')
  return isFine ? kind : null
}

/** Counts the lines of rows, of which the last may lack its line feed. */
function countLines(bytes: Uint8Array): number {
  let count = bytes.at(-1) === LINE_FEED ? 0 : 1
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}

/** Returns false when PostgreSQL cannot read a text or compute a value; throws any other error. */
async function isReadable(stage: () => Promise<void>): Promise<boolean> {
  try {
    await stage()
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code?.startsWith(DATA_EXCEPTION)) return false
    throw error
  }
}
