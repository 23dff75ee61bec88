import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'
import { type StoreContent, templateWith } from './templates'

/** The database of one test. */
export interface TestDatabase {
  url: string
  /** Removes the database, even with open connections. */
  drop(): Promise<void>
}

/** Creates a migrated database on the PostgreSQL of this Vitest run. The caller must drop it. */
export async function createTestDatabase(content: StoreContent = 'empty'): Promise<TestDatabase> {
  const templateUrl = await templateWith(content)
  const url = withDatabase(templateUrl, randomDatabaseName())
  await createDatabase(url, templateUrl)
  return { url, drop: () => dropDatabase(url) }
}
