import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'
import { type StoreContent, templateWith } from './templates'

/** A database of one test's own. */
export interface TestDatabase {
  url: string
  /** Removes it, also while connections to it are open. */
  drop(): Promise<void>
}

/** Makes a fresh, migrated database on the PostgreSQL of this Vitest run. Drop it when done. */
export async function createTestDatabase(content: StoreContent = 'empty'): Promise<TestDatabase> {
  const templateUrl = await templateWith(content)
  const url = withDatabase(templateUrl, randomDatabaseName())
  await createDatabase(url, templateUrl)
  return { url, drop: () => dropDatabase(url) }
}
