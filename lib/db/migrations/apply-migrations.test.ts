import { Client } from 'pg'
import { expect, it } from 'vitest'
import { emptyStore } from '@/lib/testing/database/test-store'
import { applyMigrations } from './apply-migrations'

const store = emptyStore('nothing')

it('applies nothing to a database that is up to date', async () => {
  expect(await applyMigrations(store.url)).toEqual([])
})

it('reads its own history on a server that writes dates in another order', async () => {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
  await client.query(`ALTER DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} SET datestyle = 'German, DMY'`)
  await client.end()
  expect(await applyMigrations(store.url)).toEqual([])
})
