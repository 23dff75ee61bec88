/** Checks of `npm run doctor` of an open database: schema, data, clock, calendar. */
import { Client } from 'pg'
import { z } from 'zod'
import { today } from '@/lib/base/today'
import { marketsWithout, wantedYear } from '@/lib/calendar/missing-closures'
import { readCalendars } from '@/lib/calendar/read-calendars'
import { migrationNames } from '@/lib/db/migrations/apply-migrations'
import type { Query } from '@/lib/db/query'
import { SESSION_OPTIONS } from '@/lib/db/session-options'
import { type Finding, fault, fine, warning } from './finding'

const TIMEOUT_MS = 10_000
/** A minute: what is loaded is dated by the database, and what is wanted by this machine. */
const CLOCK_DIFFERENCE_MAX_S = 60

/** Runs checks over one connection to the database at `url`. */
export async function withStore<Result>(url: string, run: (query: Query) => Promise<Result>): Promise<Result> {
  const client = new Client({
    connectionString: url,
    options: SESSION_OPTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  })
  await client.connect()
  try {
    return await run(async (statement, parameters) => (await client.query(statement, parameters)).rows)
  } finally {
    await client.end()
  }
}

const history = z.array(z.object({ name: z.string(), isFinished: z.boolean() }))

/** Checks that the schema is that of this program. */
export async function checkSchema(query: Query): Promise<Finding> {
  const known = await migrationNames()
  const [{ isThere }] = z
    .tuple([z.object({ isThere: z.boolean() })])
    .parse(await query(`select to_regclass('_prisma_migrations') is not null as "isThere"`, []))
  const rows = isThere ? history.parse(await query(HISTORY, [])) : []
  const newer = rows.find(({ name }) => !known.includes(name))
  if (newer) {
    return fault(
      `The store was written by a newer version of Factor Weekly (migration ${newer.name}): start that version, or set DATABASE_URL or DATA_DIR to another store.`,
    )
  }
  const cut = rows.find(({ isFinished }) => !isFinished)
  if (cut) return warning(`The migration ${cut.name} was interrupted: start the product, which goes on with it.`)
  const missing = known.length - rows.length
  if (missing > 0) return warning(`${missing} migrations are missing: start the product, which applies them.`)
  return fine(`The schema is up to date (${known.length} migrations).`)
}

const HISTORY = `
  select migration_name as name, finished_at is not null as "isFinished"
  from _prisma_migrations
  where rolled_back_at is null
  order by migration_name`

const newest = z.array(z.object({ version: z.int(), day: z.string().nullable() }))

/** Checks that data have been loaded. */
export async function checkData(query: Query): Promise<Finding> {
  const [found] = newest.parse(await query(NEWEST, []))
  if (found === undefined || found.version === 0) {
    return warning('No data have been loaded: load your own (npm run import), or start with LOAD_DEMO=true.')
  }
  return fine(`Data version ${found.version}, with returns up to ${found.day ?? 'no day'}.`)
}

const NEWEST = `
  select (select coalesce(max(id), 0) from data_version) as version,
         (select max(last_date)::text from data_version_series) as day`

/** Compares the clock of the database with that of this machine. */
export async function checkClock(query: Query): Promise<Finding> {
  const given = process.env.FACTOR_WEEKLY_TODAY
  if (given) return warning(`FACTOR_WEEKLY_TODAY says that today is ${given}: unset it, except for tests.`)
  const [{ seconds }] = z
    .tuple([z.object({ seconds: z.number() })])
    .parse(await query('select extract(epoch from clock_timestamp())::float8 as seconds', []))
  const difference = Math.round(Math.abs(seconds - Date.now() / 1_000))
  if (difference <= CLOCK_DIFFERENCE_MAX_S)
    return fine(`The clocks of database and machine agree; today is ${today()}.`)
  return warning(`The clocks of database and machine differ by ${difference} s: set both by a time server.`)
}

/** Checks that the closures of this year, and from December on of the next, are known. */
export async function checkCalendar(query: Query): Promise<Finding> {
  const [found] = newest.parse(await query(NEWEST, []))
  const year = wantedYear(today())
  const markets = marketsWithout(year, await readCalendars(query, found?.version ?? 0))
  if (markets.length === 0) return fine(`The closures of ${year} are known for every market that has closures.`)
  return warning(
    `The closures of ${year} are missing for ${markets.join(', ')}: load a file with the columns market, date, kind and name (npm run import -- closures.csv).`,
  )
}
