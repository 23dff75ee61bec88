/** Remembers the rows of each file of a load, to find the same row with another value in a later file. */
import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { RowKey } from '@/lib/import/check/return-batch'
import { KEPT_MAX } from '@/lib/import/outcome/fault'

/** A row that two files of a load have with different values. */
export interface Conflict extends RowKey {
  /** Number of the earlier file. */
  file: number
  /** The values of the earlier file and of this one, as text, in the order of the legs; null where one is missing. */
  before: (string | null)[]
  after: (string | null)[]
}

const conflict = z.object({
  date: z.string(),
  code: z.string(),
  file: z.int(),
  before: z.array(z.string().nullable()),
  after: z.array(z.string().nullable()),
  whole: z.int(),
})

/**
 * Finds rows in `staged` that an earlier file of the load has with another value: those of the first file that has it, by
 * series and date, at most as many as a log keeps; and the count of all.
 */
export async function findConflicts(
  client: Client,
  kind: ReturnKind,
): Promise<{ conflicts: Conflict[]; count: number }> {
  await createGiven(client, kind)
  const { legs } = RETURN_KINDS[kind]
  const values = (of: string) => legs.map(({ stored }) => `${of}.${stored}::text`).join(', ')
  const differs = legs.map(({ stored }) => `earlier.${stored} is distinct from staged.${stored}`).join(' or ')
  const { rows } = await client.query(`
    select *, (count(*) over ())::int as whole
    from (
      select distinct on (code, date) code, date::text, file,
             array[${values('earlier')}] as before, array[${values('staged')}] as after
      from staged join ${givenTable(kind)} as earlier using (code, date)
      where ${differs}
      order by code, date, file
    ) as conflict
    order by code collate "C", date
    limit ${KEPT_MAX}`)
  const conflicts = z.array(conflict).parse(rows)
  return { conflicts, count: conflicts[0]?.whole ?? 0 }
}

/** Remembers the rows in `staged` as those of a file. */
export async function rememberGiven(client: Client, kind: ReturnKind, file: number): Promise<void> {
  const legs = RETURN_KINDS[kind].legs.map(({ stored }) => stored).join(', ')
  await createGiven(client, kind)
  await client.query(`insert into ${givenTable(kind)} select $1::int, code, date, ${legs} from staged`, [file])
}

async function createGiven(client: Client, kind: ReturnKind): Promise<void> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  await client.query(`
    create temporary table if not exists ${givenTable(kind)} on commit drop as
    select 0 as file, ${codeColumn} as code, date, ${legs.map(({ stored }) => stored).join(', ')} from ${table}
    with no data`)
}

function givenTable(kind: ReturnKind): string {
  return `given_${RETURN_KINDS[kind].table}`
}
