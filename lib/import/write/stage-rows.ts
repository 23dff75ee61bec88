import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import { sumUpStaged } from '@/lib/import/check/staged-series'

const CHUNK_BYTES = 256 * 1024
const ROWS_PER_CHUNK = 5_000

/** Lines of `date,code,leg,…`, with the part before the legs where rows have parts, in pieces. */
export type Lines = Iterable<Uint8Array | string>

/**
 * Copies lines into a temporary table `staged`, and sums them up in `staged_series`; both replace those of an earlier
 * file, and PostgreSQL drops them when the transaction ends. Throws the errors of PostgreSQL. Rows have the order of the
 * store's keys, so that indexes grow at their end. Each row also has the date of the previous row of its series
 * (`before`, null for the first) and whether a leg had the same value there (`again_…`).
 */
export async function stageRows(client: Client, kind: ReturnKind, lines: Lines): Promise<void> {
  await client.query('drop table if exists staged, staged_series')
  if (RETURN_KINDS[kind].parts) await stageParts(client, kind, lines)
  else await stageLegs(client, kind, lines)
  await sumUpStaged(client, kind)
}

async function stageLegs(client: Client, kind: ReturnKind, lines: Lines): Promise<void> {
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

/** Stages lines of `date,code,part,value`: the parts of a day become one row, whose value is an object by part. */
async function stageParts(client: Client, kind: ReturnKind, lines: Lines): Promise<void> {
  const stored = RETURN_KINDS[kind].legs.map((leg) => leg.stored).join()
  await client.query('create temporary table given (date date, code text, part text, value numeric) on commit drop')
  const copy = client.query(copyFrom("copy given (date, code, part, value) from stdin with (delimiter ',')"))
  await pipeline(Readable.from(lines), copy)
  await client.query(`
    create temporary table staged on commit drop as
    select *, lag(date) over (partition by code order by date) as before
    from (select code, date, jsonb_object_agg(part, value) as ${stored} from given group by code, date) as day
    order by code, date;
    drop table given;
    analyze staged`)
}

/** Yields bytes in pieces, without a copy. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES)
}

/**
 * Yields a checked batch as lines. Codes of the catalogue need no escape; the text of a number identifies its double.
 */
export function* linesOfBatch({ codes, dates, parts, legs }: ReturnBatch): Lines {
  for (let start = 0; start < codes.length; start += ROWS_PER_CHUNK) {
    let lines = ''
    for (let row = start; row < Math.min(start + ROWS_PER_CHUNK, codes.length); row += 1) {
      lines += `${dates[row]},${codes[row]}`
      if (parts.length > 0) lines += `,${parts[row]}`
      for (const leg of legs) lines += `,${leg[row] ?? ''}`
      lines += '\n'
    }
    yield lines
  }
}
