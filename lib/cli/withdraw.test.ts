import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { runWithdrawCli } from './withdraw'

const store = sampleStore('database')
let printed: string
let complained: string

beforeEach(async () => {
  await store.load(factorCsv('2024-08-29,skewness,0.01,0,0', '2024-08-30,skewness,0.02,0,0'))
  await store.load(factorCsv('2024-08-30,skewness,0.03,0,0', '2024-08-30,network,0.04,0,0'))
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    complained += text
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += text.toString()
    return true
  })
})

afterEach(() => vi.restoreAllMocks())

it('shows each change, and withdraws only with --write', async () => {
  const changes = `  network   2024-08-30  1 withdrawn, 0 restored to the earlier value
  skewness  2024-08-30  0 withdrawn, 1 restored to the earlier value
Rows, before and after
  2024-08-30  network   long 0.04, short 0, benchmark 0  →  no row
  2024-08-30  skewness  long 0.03, short 0, benchmark 0  →  long 0.02, short 0, benchmark 0
Weeks with changed rows; figures to date of later weeks of these years may change too
  2024-08-30  2 rows
Newest day of CN: 2024-08-30, as before
`
  expect(await runWithdrawCli(['--version', '3'])).toBe(0)
  expect(printed).toBe(
    `Dry run, nothing was written (1 withdrawn, 1 restored to the earlier value)\n${changes}Add --write to withdraw these rows.\n`,
  )
  expect(await prisma.dataVersion.count()).toBe(3)
  printed = ''
  expect(await runWithdrawCli(['--version', '3', '--reason', 'wrong', '--write'])).toBe(0)
  expect(printed).toBe(`Version 4 (1 withdrawn, 1 restored to the earlier value)\n${changes}`)
  expect(await prisma.dataVersion.findUnique({ where: { id: 4 } })).toMatchObject({ reason: 'wrong' })
})

it('names what it leaves as it is, and exits with 1 when that is everything', async () => {
  const days = ['--series', 'skewness', '--from', '2024-08-30', '--to', '2024-08-30']
  expect(await runWithdrawCli([...days, '--write'])).toBe(0)
  printed = ''
  expect(await runWithdrawCli([...days, '--write'])).toBe(1)
  expect(printed).toBe(`No row to withdraw: nothing was written.
Left as they are, because a later version changed them
  skewness  2024-08-30  1 row by version 4
`)
})

it('prints JSON', async () => {
  expect(await runWithdrawCli(['--version', '3', '--json'])).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ dryRun: true, version: null, rowsWithdrawn: 1 })
})

it.each([
  [1, ['--version', '7'], 'There is no data version 7: the newest is 3.'],
  [2, [], 'Name a version, or series with from and to.'],
  [2, ['--version', 'x'], 'Write the number of a data version'],
  [2, ['--series', 'skewness', '--from', '2024-08-30', '--to', '30/08/2024'], 'Write a date such as'],
  [2, ['--version', '3', '--reason', ' '], '--reason: '],
])('exits with %i for %j', async (code, argv, message) => {
  expect(await runWithdrawCli(argv)).toBe(code)
  expect(complained).toContain(message)
  expect(await prisma.dataVersion.count()).toBe(3)
})

it('exits with 3 when the database fails', async () => {
  process.env.DATABASE_URL = 'postgresql://127.0.0.1:1/store'
  expect(await runWithdrawCli(['--version', '3'])).toBe(3)
  process.env.DATABASE_URL = store.url
  expect(complained).toContain('The database failed')
})
