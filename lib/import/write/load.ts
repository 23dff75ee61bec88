/** What every load has: a source, its turn, the next data version. */
import { z } from 'zod'
import type { LoadKind } from '@/lib/db/generated/prisma/client'
import type { Query } from '@/lib/db/query'
import type { GivenColumn } from '@/lib/import/outcome/given-column'
import type { RowCounts } from '@/lib/import/outcome/import-outcome'

/** The file that a load comes from. */
export interface LoadSource {
  /** Name of the file, without its folder. */
  name: string
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  sha256: string
  /** The bytes as they were given, which the store keeps. */
  bytes: Uint8Array<ArrayBuffer>
  /** Whether its content is synthetic demo data. */
  isDemo: boolean
  /** Who loads it: a user of this machine or the name of a token; null when unknown. */
  loadedBy: string | null
  /** The declared kind and unit of the file; null when the file itself shows them. */
  declaredAs: string | null
  declaredUnit: string | null
  /** Meanings that were given to columns of the file; empty when its own names count. */
  declaredColumns: readonly GivenColumn[]
  /** Rules of the findings that were accepted for it, in order. */
  accepted: readonly string[]
  /** Why it is loaded, such as why findings were accepted; null when nobody says. */
  reason: string | null
}

/** An arbitrary number that every load of this product uses. */
const LOAD_LOCK = 7_310_001

/** The statement that waits until no other load runs. */
export const takeTurn = `select pg_advisory_xact_lock(${LOAD_LOCK})`

/** Runs one statement of a load with its parameters ($1, $2, …), over any connection. */
export type Execute = (statement: string, parameters: unknown[]) => Promise<unknown>

/** Writes further rows in the transaction of a load; receives its result. */
export type BeforeCommit<Result> = (execute: Execute, result: Result) => Promise<void>

/**
 * Opens the next data version, one above the newest, in the transaction of the load. Loads run one at a time, so
 * numbers have no gaps. The caller also stores the file.
 */
export async function openVersion(
  execute: Execute,
  version: number,
  kind: LoadKind,
  source: LoadSource,
  { rowsNew, rowsRestated, rowsUnchanged }: RowCounts,
): Promise<void> {
  const { name, sha256, isDemo, loadedBy, declaredAs, declaredUnit, declaredColumns, accepted, reason } = source
  await execute(
    `insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated, rows_unchanged, is_demo,
                               loaded_by, declared_as, declared_unit, declared_columns, accepted, reason)
     values ($1, $2::load_kind, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14)`,
    [
      ...[version, kind, name, sha256, rowsNew, rowsRestated, rowsUnchanged],
      ...[isDemo, loadedBy, declaredAs, declaredUnit, JSON.stringify(declaredColumns), accepted, reason],
    ],
  )
}

/** Returns the number of the version that a load opens. */
export async function nextVersion(query: Query): Promise<number> {
  const [{ id }] = z.tuple([z.object({ id: z.int() })]).parse(await query(NEXT_VERSION, []))
  return id
}

const NEXT_VERSION = 'select coalesce(max(id), 0) + 1 as id from data_version'
