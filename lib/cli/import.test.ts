import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { runImportCli } from './import'

/** Ends the connection that waits for a lock in this database. */
const END_OF_WAITING = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

const LAST_TURN = 'select pg_advisory_xact_lock(7310001)'
const WAITING = `select from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`

const store = emptyStore('database')
let catalogue: string
let printed: string
let complained: string

beforeEach(async () => {
  catalogue = await store.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE))
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  const complain = (text: string) => {
    complained += text
  }
  vi.spyOn(console, 'error').mockImplementation(complain)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complain(text.toString())
    return true
  })
})

afterEach(() => vi.restoreAllMocks())

describe('files', () => {
  it('are loaded in order, and identified by their extension', async () => {
    const week = await store.write(
      'week.csv',
      factorCsv('2024-08-29,skewness,0.01,0,0', '2024-08-30,skewness,0.012,0,0'),
    )
    expect(await runImportCli([catalogue, week, week])).toBe(0)
    expect(printed).toBe(`catalogue.json: version 1 (7 new, 0 restated, 0 unchanged)
week.csv: version 2 (2 new, 0 restated, 0 unchanged)
  skewness  2024-08-29 to 2024-08-30  2 new, 0 restated, 0 unchanged
1 warning (the load goes on)
  skewness    2014-01-02 to 2024-08-29  — the data of the series begin after its inception in the catalogue. The catalogue says 2014-01-02, and it has data from 2024-08-29: load the days before, or correct the inception.
week.csv: no new version (0 new, 0 restated, 2 unchanged)
  skewness  2024-08-29 to 2024-08-30  0 new, 0 restated, 2 unchanged
`)
  })

  it('with faults are listed, and the exit code is 1', async () => {
    const bad = await store.write('bad.csv', factorCsv('2024-08-24,skewness,0.01,0,0', '2024-08-30,skewness,0.01,12,0'))
    expect(await runImportCli([catalogue, bad])).toBe(1)
    expect(printed).toContain(`bad.csv: refused, nothing was written (2 faults)
  bad.csv:2  date   2024-08-24  — the market did not trade on that day. Remove the row: 2024-08-24 is on a weekend.
  bad.csv:3  short  12          — the return is too large for one day. 12 may be a percentage: load the file as percentages (--unit percent), or write fractions; 1.09% is 0.0109.
`)
    expect(printed).toContain('Nothing of the 2 files was written')
    expect(await getLatestVersion()).toBeNull()
  })

  it('with a finding are held until it is accepted by name', async () => {
    const zero = await store.write('zero.csv', factorCsv('2024-08-30,skewness,0,0,0'))
    expect(await runImportCli([catalogue])).toBe(0)
    expect(await runImportCli([zero])).toBe(1)
    expect(printed).toContain(`zero.csv: held, nothing was written (1 finding)
  zero-day: every return of a day is zero. One day of the file with nothing but zeros.
    2024-08-30, skewness
Correct the file; or, if it is right, load it with --accept=zero-day
`)
    expect(await runImportCli(['--accept', 'zero-days', zero])).toBe(2)
    expect(await runImportCli(['--accept', 'zero-day', zero])).toBe(0)
    expect((await getLatestVersion())?.id).toBe(2)
  })

  it('with a warning are held when that is asked for', async () => {
    const gap = await store.write('gap.csv', factorCsv('2024-08-28,skewness,0.01,0,0', '2024-08-30,skewness,0.02,0,0'))
    expect(await runImportCli([catalogue])).toBe(0)
    expect(await runImportCli(['--strict', gap])).toBe(1)
    expect(printed).toContain('gap-of-trading-days: trading days are missing within the series.')
    expect(await runImportCli(['--strict', '--accept', 'gap-of-trading-days,begins-late', gap])).toBe(0)
  })

  it('are only checked in a dry run', async () => {
    const week = await store.write('week.csv', factorCsv('2024-08-30,skewness,1.2,0.4,0.3'))
    expect(await runImportCli([catalogue])).toBe(0)
    expect(await runImportCli(['--dry-run', '--unit', 'percent', week])).toBe(0)
    expect(printed).toContain('week.csv: dry run, nothing was written (1 new, 0 restated, 0 unchanged)')
    expect((await getLatestVersion())?.id).toBe(1)
  })

  it('are checked in a dry run as if the others had been loaded', async () => {
    const { markets, families, factors } = SAMPLE_CATALOGUE
    const part = (name: string, sections: object) =>
      store.write(
        name,
        JSON.stringify({ markets: [], families: [], factors: [], portfolios: [], reportIssues: [], ...sections }),
      )
    const files = [
      await part('groups.json', { markets, families }),
      await part('factors.json', { factors: factors.map((factor) => ({ ...factor, inception: '2024-08-30' })) }),
      await store.write('week.csv', factorCsv('2024-08-30,skewness,0.012,0.004,0.003', '2024-08-30,network,0,0,0')),
    ]
    expect(await runImportCli(['--dry-run', ...files])).toBe(0)
    expect(printed).toBe(`groups.json: dry run, nothing was written (3 new, 0 restated, 0 unchanged)
factors.json: dry run, nothing was written (2 new, 0 restated, 0 unchanged)
week.csv: dry run, nothing was written (2 new, 0 restated, 0 unchanged)
  network   2024-08-30 to 2024-08-30  1 new, 0 restated, 0 unchanged
  skewness  2024-08-30 to 2024-08-30  1 new, 0 restated, 0 unchanged
`)
    expect(await getLatestVersion()).toBeNull()
    expect(await runImportCli(['--dry-run', ...files.toReversed()])).toBe(0)
    expect(await runImportCli(files)).toBe(0)
  })

  it('are read as declared', async () => {
    expect(
      await runImportCli([
        '--as',
        'markets',
        await store.write('a.csv', 'code,nameZh,nameEn,dailyReturnMax\nUS,美股,US,\n'),
      ]),
    ).toBe(0)
    expect(
      await runImportCli(['--as', 'returns', await store.write('b.csv', 'code,nameZh,nameEn\nUS,美股,US\n')]),
    ).toBe(1)
    expect(printed).toContain('a.csv: version 1 (1 new, 0 restated, 0 unchanged)')
  })

  it('are described as JSON on request', async () => {
    expect(await runImportCli(['--json', '--demo', catalogue])).toBe(0)
    expect(JSON.parse(printed)).toEqual([expect.objectContaining({ file: 'catalogue.json', version: 1, rowsNew: 7 })])
    expect((await getLatestVersion())?.isDemo).toBe(true)
  })
})

describe('bad usage gives 2 and loads nothing', () => {
  it.each([
    ['no file', [], 'missing required argument'],
    ['an unknown option', ['--fast'], 'unknown option'],
    ['an unknown unit', ['--unit', 'bps', 'catalogue'], 'Allowed choices are percent, decimal'],
    [
      'a missing file after a good one',
      ['catalogue', '/nowhere/week.csv'],
      '/nowhere/week.csv cannot be read (ENOENT)',
    ],
    ['a folder', ['/'], '/ is a folder; give the names of its files.'],
    ['a device', ['/dev/null'], '/dev/null is not a file.'],
  ])('%s', async (_, argv, message) => {
    expect(await runImportCli(argv.map((argument) => (argument === 'catalogue' ? catalogue : argument)))).toBe(2)
    expect(complained).toContain(message)
    expect(await getLatestVersion()).toBeNull()
  })

  it.each([
    ['no file', [], "error: missing required argument 'file'"],
    ['an unknown option', ['--quick', 'x.csv'], "error: unknown option '--quick'"],
    [
      'a missing file',
      ['/nowhere/week.csv'],
      '/nowhere/week.csv cannot be read (ENOENT). Check the name and the permissions.',
    ],
    ['standard input twice', ['-', '/dev/stdin'], 'Standard input can be read only once.'],
  ])('as JSON alone: %s', async (_, argv, error) => {
    expect(await runImportCli(['--json', ...argv])).toBe(2)
    expect(JSON.parse(printed)).toEqual({ error, exitCode: 2, outcomes: [] })
    expect(complained).toBe('')
  })
})

describe('a database that fails gives 3', () => {
  it.each([
    ['none is set', '', 'DATABASE_URL is not set'],
    ['it cannot be reached', 'postgresql://127.0.0.1:1/store', 'connect ECONNREFUSED 127.0.0.1:1'],
  ])('when %s', async (_, url, message) => {
    await prisma.$disconnect()
    process.env.DATABASE_URL = url
    expect(await runImportCli([catalogue])).toBe(3)
    expect(complained).toContain(message)
    process.env.DATABASE_URL = store.url
  })

  it('when it is lost during a load, which then writes nothing', async () => {
    const [blocker, observer] = [await connect(), await connect()]
    await blocker.query('begin; lock table data_version')
    const exitCode = runImportCli([catalogue])
    await vi.waitUntil(async () => (await observer.query(END_OF_WAITING)).rowCount === 1, { timeout: 10_000 })
    expect(await exitCode).toBe(3)
    await Promise.all([blocker.end(), observer.end()])
    expect(complained).toContain('terminating connection')
    expect(await prisma.market.count()).toBe(0)
  })
})

describe('a request to stop', () => {
  /** Runs an import that waits for another transaction, stops it, and returns the exit code. */
  async function stopWhileWaiting(files: string[]): Promise<unknown> {
    const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`)
    })
    const [blocker, observer] = [await connect(), await connect()]
    await blocker.query(`begin; ${LAST_TURN}`)
    const run = runImportCli(files).catch((error) => error)
    await vi.waitUntil(async () => (await observer.query(WAITING)).rowCount === 1, { timeout: 10_000 })
    expect(() => process.emit('SIGINT')).toThrow('exit 130')
    await observer.query(END_OF_WAITING)
    await run
    await Promise.all([blocker.end(), observer.end()])
    return exit.mock.calls[0]?.[0]
  }

  it('ends the load, and says that nothing was written', async () => {
    expect(await stopWhileWaiting([catalogue])).toBe(130)
    expect(complained).toContain('Stopped. Nothing of catalogue.json was written.')
    expect(await prisma.market.count()).toBe(0)
  })
})

it('prints help with exit code 0', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await runImportCli(['--help'])).toBe(0)
  expect(written.mock.calls.join()).toContain('Usage: npm run import --')
})

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  return client
}
