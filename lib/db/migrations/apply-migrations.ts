import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import type { Pool } from 'pg'
import { openHistory } from './migration-history'
import { withSchemaEngine } from './schema-engine'

const FOLDER = resolve('prisma/migrations')

/**
 * Applies missing migrations of `prisma/migrations` to the database at `databaseUrl`. Returns their names, oldest
 * first. Each is applied whole or not at all, also when this process or the database is killed meanwhile; the next call
 * goes on. Another call at the same time waits. Throws a StoreError for a store of a newer program and when a migration
 * fails, and the engine's error when the database cannot be reached.
 * @param folder another folder of migrations, for tests
 */
export async function applyMigrations(databaseUrl: string, folder = FOLDER): Promise<string[]> {
  const migrationsList = await readMigrations(folder)
  const known = migrationsList.migrationDirectories.map(({ path }) => path)
  const filters = { externalTables: [], externalEnums: [] }
  const prepare = (pool: Pool) => openHistory(pool, known)
  return withSchemaEngine(databaseUrl, prepare, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
    return appliedMigrationNames
  })
}

/** Returns the names of the migrations of this program, oldest first. */
export async function migrationNames(folder = FOLDER): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder)
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(FOLDER, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map((name) => readMigration(folder, name))),
  }
}

async function readMigration(folder: string, path: string): Promise<MigrationList['migrationDirectories'][number]> {
  const value = await readFile(join(folder, path, 'migration.sql'), 'utf8')
  return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
}
