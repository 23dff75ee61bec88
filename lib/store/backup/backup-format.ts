/**
 * A backup is a tar archive, packed with gzip. Its first entry is `manifest.json`, then come the rows of each table in
 * pieces (`factor_return/000001`, …) as PostgreSQL's COPY writes them as text, and last `checksums.json`.
 */
import { z } from 'zod'

/** A program refuses a backup of a greater number. */
export const FORMAT = 1

export const MANIFEST = 'manifest.json'
export const CHECKSUMS = 'checksums.json'

export const manifestSchema = z.object({
  product: z.literal('factor-weekly'),
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** The newest data version and its stamp. */
  version: z.object({ id: z.int(), stamp: z.string() }),
  /** In the order in which they were applied, with the checksums that Prisma keeps. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** In the order in which they can be filled: a table comes after those that it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
})

export const checksumsSchema = z.object({
  manifest: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Checksums = z.infer<typeof checksumsSchema>

/** Only the parts that say whether a manifest can be read at all. */
export const anyManifest = z.object({ product: z.literal('factor-weekly'), format: z.int() })

/** Returns the name of a piece of a table, from 1. */
export function pieceName(table: string, number: number): string {
  return `${table}/${String(number).padStart(6, '0')}`
}

/** A store that cannot be backed up, or a backup that cannot be restored; the message says why, and what to do. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal'
}

/** What a backup holds. */
export interface BackupSummary {
  version: Manifest['version']
  tables: number
  rows: number
}
