import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { ReturnBatch } from '@/lib/import/check/return-batch'

const CHUNK_BYTES = 256 * 1024
const ROWS_PER_CHUNK = 5_000

/** Lines of `date,code,leg,…`, in pieces. */
export type Lines = Iterable<Uint8Array | string>

/**
 * Copies lines into a temporary table `staged`, which goes when the transaction ends. Throws what PostgreSQL says. Its rows
 * lie in the order of the store's keys: indexes grow at one place. Since they are sorted here, each is also told what came
 * before it in its series: `before`, the date (null for the first row), and `again_…`, whether that leg had the same value.
 */
export async function stageRows(client: Client, kind: ReturnKind, lines: Lines): Promise<void> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const stored = legs.map((leg) => leg.stored).join(', ')
  const again = legs.map((leg) => `${leg.stored} = lag(${leg.stored}) over life as again_${leg.stored}`).join(', ')
  await client.query(`
    create temporary table given on commit drop as
    select ${codeColumn} as code, date, ${stored} from ${table} with no data`)
  const copy = client.query(copyFrom(`copy given (date, code, ${stored}) from stdin with (delimiter ',', null '')`))
  await pipeline(Readable.from(lines), copy)
  await client.query(`
    create temporary table staged on commit drop as
    select code, date, ${stored}, lag(date) over life as before, ${again}
    from given window life as (partition by code order by date)
    order by code, date;
    drop table given;
    analyze staged`)
}

/** Bytes as they are, such as those of a plain file, without a copy. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES)
}

/** A checked batch. Codes need no escape (they are the catalogue's), and a number's text names its double alone. */
export function* linesOfBatch({ codes, dates, legs }: ReturnBatch): Lines {
  for (let start = 0; start < codes.length; start += ROWS_PER_CHUNK) {
    let lines = ''
    for (let row = start; row < Math.min(start + ROWS_PER_CHUNK, codes.length); row += 1) {
      lines += `${dates[row]},${codes[row]}`
      for (const leg of legs) lines += `,${leg[row] ?? ''}`
      lines += '\n'
    }
    yield lines
  }
}
