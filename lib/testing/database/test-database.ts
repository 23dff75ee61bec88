import { inject } from 'vitest'
import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'

/** A database of one test's own. */
export interface TestDatabase {
  url: string
  /** Removes it, also while connections to it are open. */
  drop(): Promise<void>
}

/** A fresh, migrated, empty database on the PostgreSQL of this Vitest run. Drop it when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  const url = withDatabase(templateUrl, randomDatabaseName())
  await createDatabase(url, templateUrl)
  return { url, drop: () => dropDatabase(url) }
}
