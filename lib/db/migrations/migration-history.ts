/** The table in which Prisma's schema engine notes the migrations of a store. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { z } from 'zod'
import { StoreError } from '@/lib/db/store-error'

/** Advisory lock of the process that migrates. The session that runs the scripts holds it. */
const LOCK = 7_310_002
/** A migration of a large store takes minutes. */
const PATIENCE_MS = 15 * 60_000
const RETRY_MS = 200

/**
 * The last statement of the script of each migration, in its transaction: a migration without `finished_at` has changed
 * nothing. The engine writes the same afterwards, too late if the process is killed between.
 */
export const FINISH = `
  update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null`

const ROLL_BACK = `
  update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null`

/**
 * Waits until no other process migrates this database, and keeps others out until the pool, which has one connection, is
 * closed. Then lets a migration that was interrupted begin anew.
 * @param known names of the migrations of this program
 * @throws StoreError when the store has a migration that this program does not know
 */
export async function openHistory(pool: Pool, known: readonly string[]): Promise<void> {
  await takeLock(pool)
  const { rows } = await pool.query(`select to_regclass('_prisma_migrations') is not null as "isThere"`)
  if (!z.tuple([z.object({ isThere: z.boolean() })]).parse(rows)[0].isThere) return
  await checkKnown(pool, known)
  await pool.query(ROLL_BACK)
}

async function checkKnown(pool: Pool, known: readonly string[]): Promise<void> {
  const { rows } = await pool.query(
    'select migration_name as name from _prisma_migrations where rolled_back_at is null and migration_name <> all($1)',
    [known],
  )
  const [unknown] = z.array(z.object({ name: z.string() })).parse(rows)
  if (unknown === undefined) return
  throw new StoreError(
    `This store was written by a newer version of Factor Weekly (its migration ${unknown.name} is not known here): start that version, or another store by DATABASE_URL or DATA_DIR. Nothing was changed.`,
  )
}

/** The session of a process that was killed during a migration ends when its statement does. */
async function takeLock(pool: Pool): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const { rows } = await pool.query('select pg_try_advisory_lock($1) as taken', [LOCK])
    if (z.tuple([z.object({ taken: z.boolean() })]).parse(rows)[0].taken) return
    await sleep(RETRY_MS)
  }
  throw new StoreError(
    `Another instance has been changing the schema of this store for ${PATIENCE_MS / 60_000} minutes: wait until it is done, or end its session in the database, and start again.`,
  )
}
