/** The later migrations upgrade a store of the first migration. */
import { readdirSync, readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readReadyClosures, readyExchanges } from '@/lib/calendar/ready-calendars'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from './databases'

const url = withDatabase(inject('templateUrl'), randomDatabaseName())
const client = new Client({ connectionString: url })

const migration = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8')

beforeAll(async () => {
  await createDatabase(url)
  await client.connect()
  const [first, ...later] = readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  await client.query(migration(first ?? ''))
  await client.query(`
    INSERT INTO data_version VALUES (1, now(), 'catalogue', 'a.json', '${'a'.repeat(64)}', 3, 0, 0, false);
    INSERT INTO market VALUES ('CN', '中国', 'China');
    INSERT INTO family VALUES ('intraday', 1, '日内', 'Intraday');
    INSERT INTO factor VALUES ('skewness', 1, 'intraday', 'CN', 'monthly', '2014-01-02', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a');
    INSERT INTO data_version VALUES (2, now(), 'factor_returns', 'b.csv', '${'b'.repeat(64)}', 2, 0, 0, false);
    INSERT INTO factor_return VALUES
      ('skewness', '2024-08-29', 0.01, 0.02, 0.03, 2), ('skewness', '2024-08-30', 0.01, 0.02, 0.03, 2);
    INSERT INTO data_version VALUES (3, now(), 'factor_returns', 'c.csv', '${'c'.repeat(64)}', 1, 1, 1, false);
    UPDATE factor_return SET until_version = 3 WHERE date = '2024-08-30';
    INSERT INTO factor_return VALUES
      ('skewness', '2024-08-30', 0.04, 0.02, 0.03, 3), ('skewness', '2024-08-28', 0.01, 0.02, 0.03, 3);`)
  for (const name of later) await client.query(migration(name))
})

afterAll(async () => {
  await client.end()
  await dropDatabase(url)
})

it('has a catalogue from the first load of one on', async () => {
  const { rows } = await client.query(
    `SELECT kind, key, since_version, until_version FROM catalogue_entry WHERE kind <> 'closure' ORDER BY kind`,
  )
  expect(rows.map(({ kind, key }) => [kind, key])).toEqual([
    ['factor', 'skewness'],
    ['family', 'intraday'],
    ['market', 'CN'],
  ])
  expect(rows).toEqual(rows.map((row) => ({ ...row, since_version: 1, until_version: STILL_TRUE })))
  const { rows: entries } = await client.query(
    `SELECT entry ->> 'inception' AS inception FROM catalogue_entry WHERE kind = 'factor'`,
  )
  expect(entries).toEqual([{ inception: '2014-01-02' }])
})

it('has the closures of exchanges before the first load, and CN those of Shanghai in every version', async () => {
  const { rows } = await client.query(`
    SELECT entry ->> 'market' AS exchange, min(since_version) AS first, max(since_version) AS last, count(*)::int AS days
    FROM catalogue_entry WHERE kind = 'closure' GROUP BY 1 ORDER BY 1`)
  expect(rows).toEqual(
    readyExchanges().map((exchange) => ({ exchange, first: 0, last: 0, days: readReadyClosures(exchange).length })),
  )
  const { rows: markets } = await client.query(`
    SELECT calendar, entry ->> 'calendar' AS remembered, to_jsonb(market) = entry AS same
    FROM market JOIN catalogue_entry ON kind = 'market' AND key = code`)
  expect(markets).toEqual([{ calendar: 'XSHG', remembered: 'XSHG', same: true }])
})

it('keeps what each load did, except the count of unchanged rows', async () => {
  const { rows } = await client.query(`
    SELECT version, code, rows_new, rows_restated, rows_unchanged, first_date::text, last_date::text
    FROM data_version_series ORDER BY version`)
  const own = { code: 'skewness', rows_unchanged: null, last_date: '2024-08-30' }
  expect(rows).toEqual([
    { ...own, version: 2, rows_new: 2, rows_restated: 0, first_date: '2024-08-29' },
    { ...own, version: 3, rows_new: 1, rows_restated: 1, first_date: '2024-08-28' },
  ])
})

it('keeps the versions between which each value is true', async () => {
  const { rows } = await client.query({
    text: `SELECT date::text, long_return, since_version, until_version FROM factor_return ORDER BY date, since_version`,
    rowMode: 'array',
  })
  expect(rows).toEqual([
    ['2024-08-28', 0.01, 3, STILL_TRUE],
    ['2024-08-29', 0.01, 2, STILL_TRUE],
    ['2024-08-30', 0.01, 2, 3],
    ['2024-08-30', 0.04, 3, STILL_TRUE],
  ])
})

it.each(['source_file', 'data_version_series', 'catalogue_entry', 'factor_quality'])(
  'loses nothing of %s',
  async (table) => {
    await expect(client.query(`TRUNCATE ${table}`)).rejects.toThrow('the store remembers')
    await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('the store remembers')
  },
)
