import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { emptyStore } from '@/lib/testing/database/test-store'
import { COMMAND } from './actor'
import { checkAudit } from './check-audit'
import { recordEvent } from './record-event'
import { removeOldEvents } from './remove-old-events'

const store = emptyStore()
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: store.url })
  await client.connect()
})
afterAll(() => client.end())

/** Runs the check, after a change behind the back of the triggers that is then taken back. */
async function findingsAfter(change: string): Promise<string[]> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(change)
  const findings = await checkAudit(client)
  await client.query('rollback')
  return findings
}

const numbers = async () =>
  (await prisma.auditSeal.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => Number(number))

it('seals each event once, in the order of the commits, whoever writes at the same time', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, round) =>
      recordEvent(COMMAND, 'texts-saved', { subject: `"quoted" \\ 周报\n${round}`, details: { list: ['ä', '"'] } }),
    ),
  )
  await prisma
    .$transaction(async (transaction) => {
      await recordEvent(COMMAND, 'rename', {}, transaction)
      throw new Error('taken back')
    })
    .catch(() => undefined)
  expect(await numbers()).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  expect(await findingsAfter('select 1')).toEqual([])
})

it('lets a sign-in be recorded while a load of minutes is not committed', async () => {
  await client.query('begin')
  await client.query("insert into audit_event (actor_kind, action) values ('command', 'load')")
  await recordEvent(COMMAND, 'sign-in')
  await client.query('commit')
  const last = await prisma.$queryRaw`
    select event.action from audit_seal join audit_event as event on event.id = event_id order by number desc limit 2`
  expect(last).toEqual([{ action: 'load' }, { action: 'sign-in' }])
})

it('is found when somebody changes, removes, adds or reorders anything', async () => {
  const third = '(select event_id from audit_seal where number = 3)'
  for (const [change, finding] of [
    [`update audit_event set action = 'sign-out' where id = ${third}`, /its seal is not that of its contents/],
    [`update audit_event set at = at + interval '1 ms' where id = ${third}`, /its seal is not that of its contents/],
    [`update audit_event set details = '{}' where id = ${third}`, /its seal is not that of its contents/],
    [`update audit_event set actor_id = 'x' where id = ${third}`, /its seal is not that of its contents/],
    [`delete from audit_event where id = ${third}`, /it is missing, and seal 3 is of it/],
    ['delete from audit_seal where number = 3', /audit seals 3 to 3 are missing/],
    ['delete from audit_seal where number < 3', /the seals up to 2 are missing, and no event says so/],
    ["insert into audit_event (actor_kind, action) values ('command', 'load')", /it has no seal/],
    ["update audit_seal set hash = repeat('a', 64) where number = 3", /audit seal 4: it does not follow/],
    ["update audit_seal set previous_hash = repeat('a', 64) where number = 1", /it does not begin the chain/],
  ] as const) {
    expect((await findingsAfter(change)).join('\n'), change).toMatch(finding)
  }
  // An address can be erased: no seal has it.
  expect(await findingsAfter("update audit_event set address = '192.0.2.0'")).toEqual([])
})

it('has accepted findings, reviews and editions, from the transactions that make them', async () => {
  await client.query('begin')
  await client.query(`set local factor_weekly.actor = '{"kind": "person", "id": "ada", "address": "192.0.2.0"}'`)
  await client.query(`
    insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated, rows_unchanged, accepted)
    values (1, 'factor_returns', 'a.csv', repeat('a', 64), 0, 0, 0, '{stale-days}')`)
  await client.query(`
    insert into week_draft (market, as_of, state, version, drafted_by, drafted_at)
    values ('CN', '2024-08-30', 'in-review', 1, 'Ada', now())`)
  await client.query(`update week_draft set state = 'draft'`)
  await client.query(`
    insert into edition (id, market, as_of, number, state, version, stamp, convention, texts, publisher, figures, documents,
                         waivers, published_by, published_at, previous_hash, hash)
    values (1, 'CN', '2024-08-30', 1, 'published', 1, 'abcdefgh', 'arithmetic', '{}', '{}', '{}', '[]', '[]', 'Ada', now(),
            repeat('0', 64), repeat('b', 64))`)
  const { rows } = await client.query(
    `select actor_id, action, subject, details from audit_event where actor_kind = 'person' and address is not null order by id`,
  )
  await client.query('rollback')
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['ada', 'load', '1', { kind: 'factor_returns' }],
    ['ada', 'hold-accepted', '1', { rules: ['stale-days'] }],
    ['ada', 'review-asked', 'CN week 2024-08-30', { version: '1' }],
    ['ada', 'edition-published', 'CN week 2024-08-30', { edition: '1' }],
  ])
})

it('is neither changed nor shortened by what the application may do', async () => {
  for (const statement of [
    "update audit_seal set hash = repeat('a', 64)",
    'delete from audit_seal',
    'delete from audit_event where id = 1',
    'truncate audit_seal',
  ]) {
    await expect(prisma.$executeRawUnsafe(statement), statement).rejects.toThrow(/is refused/)
  }
})

it('ends by whole oldest days, with an event that proves which', async () => {
  const before = await numbers()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  // The whole chain of an earlier time, as the triggers would have sealed it then.
  await client.query(
    "update audit_event set at = date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '3 days'",
  )
  await client.query('delete from audit_seal')
  await client.query(
    'do $$ declare e audit_event; begin for e in select * from audit_event order by id loop perform append_seal(e); end loop; end $$',
  )
  await client.query('commit')
  await recordEvent(COMMAND, 'sign-in')

  expect(await removeOldEvents(3)).toBe(0)
  expect(await removeOldEvents(2)).toBe(before.length)
  expect(await removeOldEvents(2)).toBe(0)
  expect(await numbers()).toEqual([before.length + 1, before.length + 2])
  const [event] = await prisma.auditEvent.findMany({ where: { action: 'events-removed' } })
  expect(event?.details).toMatchObject({ events: String(before.length), seal: String(before.length) })
  expect(event?.subject).toBe(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10))
  expect(await findingsAfter('select 1')).toEqual([])
  expect((await findingsAfter(`delete from audit_event where action = 'events-removed'`)).join()).toMatch(
    /no event says so/,
  )
  // Nobody removes the events of today by the event of another removal.
  await expect(prisma.$executeRawUnsafe('delete from audit_event')).rejects.toThrow(/is refused/)
})
