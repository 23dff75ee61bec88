import { Client } from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { applyMigrations } from './apply-migrations'

let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})

afterEach(() => database.drop())

it('applies nothing to a database that is up to date', async () => {
  expect(await applyMigrations(database.url)).toEqual([])
})

it('reads its own history on a server that writes dates in another order', async () => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} SET datestyle = 'German, DMY'`)
  await client.end()
  expect(await applyMigrations(database.url)).toEqual([])
})
