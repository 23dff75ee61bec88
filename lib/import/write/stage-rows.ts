import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import { sumUpStaged } from '@/lib/import/check/staged-series'
import type { DailyColumns } from '@/lib/import/layout/daily-columns'
import { columnsOfBatch } from './columns-of-batch'
import { keyOrder } from './key-order'
import { stagedBytes } from './staged-bytes'

const ROWS_PER_CHUNK = 5_000

/** Stages the rows of a checked batch, as `stageColumns` does. */
export async function stageBatch(client: Client, batch: ReturnBatch): Promise<void> {
  const { kind } = batch
  if (!RETURN_KINDS[kind].parts) return stageColumns(client, kind, columnsOfBatch(batch))
  await stageParts(client, batch)
  await sumUpStaged(client, kind)
}

/**
 * Copies rows into a temporary table `staged`, and sums them up in `staged_series`; both replace those of an earlier
 * file, and PostgreSQL drops them when the transaction ends. Throws the errors of PostgreSQL. Rows have the order of the
 * store's keys, so that indexes grow at their end. Each row also has the date of the previous row of its series
 * (`before`, null for the first) and whether a leg had the same value there (`again_…`).
 */
export async function stageColumns(client: Client, kind: ReturnKind, columns: DailyColumns): Promise<void> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const stored = legs.map((leg) => leg.stored)
  const again = stored.map((leg) => `again_${leg}`)
  await client.query(DROP)
  await client.query(`
    create temporary table staged on commit drop as
    select ${codeColumn} as code, date, ${stored.join(', ')}, date as before, ${again.map((leg) => `true as ${leg}`).join(', ')}
    from ${table} with no data`)
  const order = keyOrder(columns, await sortCodes(client, columns.codes))
  const copy = `copy staged (code, date, ${[...stored, 'before', ...again].join(', ')}) from stdin with (format binary)`
  await pipeline(Readable.from(stagedBytes(columns, order)), client.query(copyFrom(copy)))
  await client.query('analyze staged')
  await sumUpStaged(client, kind)
}

const DROP = 'drop table if exists staged, staged_series'

const SORTED =
  'select (place - 1)::int as place from unnest($1::text[]) with ordinality as own (code, place) order by code'

const sortedCodes = z.array(z.object({ place: z.int() }).transform(({ place }) => place))

/** Returns the positions of the codes in the order that the database gives to texts. */
async function sortCodes(client: Client, codes: string[]): Promise<number[]> {
  return sortedCodes.parse((await client.query(SORTED, [codes])).rows)
}

/** Stages lines of `date,code,part,value`: the parts of a day become one row, whose value is an object by part. */
async function stageParts(client: Client, batch: ReturnBatch): Promise<void> {
  const stored = RETURN_KINDS[batch.kind].legs.map((leg) => leg.stored).join()
  await client.query(DROP)
  await client.query('create temporary table given (date date, code text, part text, value numeric) on commit drop')
  const copy = client.query(copyFrom("copy given (date, code, part, value) from stdin with (delimiter ',')"))
  await pipeline(Readable.from(linesOfParts(batch)), copy)
  await client.query(`
    create temporary table staged on commit drop as
    select *, lag(date) over (partition by code order by date) as before
    from (select code, date, jsonb_object_agg(part, value) as ${stored} from given group by code, date) as day
    order by code, date;
    drop table given;
    analyze staged`)
}

/** Yields a batch with parts as lines. Codes of the catalogue need no escape; the text of a number identifies its double. */
function* linesOfParts({ codes, dates, parts, legs }: ReturnBatch): Generator<string> {
  for (let start = 0; start < codes.length; start += ROWS_PER_CHUNK) {
    let lines = ''
    for (let row = start; row < Math.min(start + ROWS_PER_CHUNK, codes.length); row += 1) {
      lines += `${dates[row]},${codes[row]},${parts[row]}`
      for (const leg of legs) lines += `,${leg[row] ?? ''}`
      lines += '\n'
    }
    yield lines
  }
}
