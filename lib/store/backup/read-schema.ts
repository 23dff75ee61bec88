/** Reads what a backup says of the schema from PostgreSQL, so that tables of later migrations are in it too. */
import type { Client } from 'pg'
import { z } from 'zod'
import { versionStamp } from '@/lib/db/version-stamp'
import type { Manifest } from './backup-format'

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  needs: z.array(z.string()),
  key: z.array(z.string()),
})

export type StoredTable = z.infer<typeof table>

/** Returns the tables of the store, each after those that its foreign keys refer to. */
export async function readTables(client: Client): Promise<StoredTable[]> {
  return inOrder(z.array(table).parse((await client.query(TABLES)).rows))
}

/** Generated columns are computed again. The key is the primary key, by which rows are ordered. */
const TABLES = `
  select relname as name,
         array(select attname::text from pg_attribute
               where attrelid = own.oid and attnum > 0 and not attisdropped and attgenerated = ''
               order by attnum) as columns,
         array(select distinct other.relname::text from pg_constraint join pg_class as other on other.oid = confrelid
               where conrelid = own.oid and contype = 'f' and confrelid <> conrelid) as needs,
         array(select attname::text from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
               where indrelid = own.oid and indisprimary and array_position(indkey, attnum) < indnkeyatts
               order by array_position(indkey, attnum)) as key
  from pg_class as own
  where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> '_prisma_migrations'
  order by relname`

function inOrder(tables: StoredTable[]): StoredTable[] {
  const ordered: StoredTable[] = []
  let rest = tables
  while (rest.length > 0) {
    const waits = ({ needs }: StoredTable) => needs.some((name) => rest.some((other) => other.name === name))
    const next = rest.filter((own) => !waits(own))
    if (next.length === 0) throw new Error(`the tables ${rest.map(({ name }) => name).join(', ')} refer to each other`)
    ordered.push(...next)
    rest = rest.filter(waits)
  }
  return ordered
}

const migrations = z.array(z.object({ name: z.string(), checksum: z.string() }))

/** Returns the applied migrations, oldest first. */
export async function readMigrations(client: Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query(`
    select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null
    order by migration_name`)
  return migrations.parse(rows)
}

const sequences = z.array(z.object({ name: z.string(), value: z.string().nullable() }))

/** Returns the sequences that have given a number, with the last of each. */
export async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query(`
    select sequencename as name, last_value::text as value
    from pg_sequences
    where schemaname = current_schema()
    order by sequencename`)
  return sequences.parse(rows).flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
}

const newest = z.array(z.object({ id: z.int(), loadedAt: z.date(), sourceSha256: z.string() }))

/** Returns the newest data version with its stamp; null in an empty store. */
export async function readNewestVersion(client: Client): Promise<Manifest['version'] | null> {
  const { rows } = await client.query(`
    select id, loaded_at as "loadedAt", source_sha256 as "sourceSha256" from data_version order by id desc limit 1`)
  const [load] = newest.parse(rows)
  return load === undefined ? null : { id: load.id, stamp: versionStamp(load) }
}
