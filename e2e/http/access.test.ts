/**
 * Who may see what on a running instance with accounts, only in a long run: roles by addresses by ways to ask, and a desk and
 * two clients who ask for the same pages at the same time.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRunningDatabase } from '@/lib/boot/postgres/open-embedded'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { type RawAnswer, rawRequest } from './raw-request'

const SECRET = 'a secret of tests that has 32 characters or more'
const WEEK = '2024-08-30'

/** The readers, their roles, and the series that clients were granted. */
const PEOPLE = {
  gru: { role: 'client', series: ['improved-gru'] },
  reversal: { role: 'client', series: ['improved-reversal'] },
  viewer: { role: 'viewer', series: [] },
  editor: { role: 'editor', series: [] },
  admin: { role: 'admin', series: [] },
} as const
type Person = keyof typeof PEOPLE

/** In the order of their rights. */
const RANKS = ['anyone', 'client', 'viewer', 'editor', 'admin'] as const
type Rank = (typeof RANKS)[number]

const ADDRESSES: [path: string, least: Rank][] = [
  ['/', 'client'],
  ['/weeks', 'client'],
  [`/weeks/${WEEK}`, 'client'],
  [`/weeks/${WEEK}/summary.csv`, 'client'],
  ['/months/2024-08', 'client'],
  ['/quarters/2024-Q3/summary.csv', 'client'],
  ['/months/2024-08/editions', 'viewer'],
  ['/methodology', 'client'],
  ['/factors', 'viewer'],
  ['/factors/intraday-skewness', 'viewer'],
  ['/portfolios', 'viewer'],
  ['/compare', 'viewer'],
  ['/data', 'viewer'],
  ['/api/v1/factors.json', 'viewer'],
  ['/healthz', 'anyone'],
]

const FORMS: { name: string; headers?: Record<string, string>; method?: string; path?: (path: string) => string }[] = [
  { name: 'plain' },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: '_rsc', path: (path) => `${path}?_rsc=1a2b` },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  { name: 'subrequest', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } },
  {
    name: 'encoded',
    path: (path) => path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  },
  { name: 'HEAD', method: 'HEAD' },
  { name: 'cookie of nobody', headers: { cookie: 'factor-weekly.session_token=forged.Zm9yZ2Vk' } },
]

let folder: string
let instance: Awaited<ReturnType<typeof startInstance>>
const cookies = new Map<Person | null, string>()

async function signIn(client: Client, name: Person): Promise<void> {
  const { role, series } = PEOPLE[name]
  const [id, token] = [randomUUID(), randomUUID()]
  await client.query('insert into access_user (id, name, email, role) values ($1, $2, $3, $4::access_role)', [
    id,
    name,
    `${name}@example.com`,
    role,
  ])
  await client.query(
    `insert into access_session (id, token, user_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [randomUUID(), token, id],
  )
  for (const code of series) {
    await client.query(`insert into access_grant (user_id, kind, code) values ($1, 'series', $2)`, [id, code])
  }
  const signature = createHmac('sha256', SECRET).update(token).digest('base64')
  cookies.set(name, `factor-weekly.session_token=${encodeURIComponent(`${token}.${signature}`)}`)
}

/** Asks until the server is not too busy. */
async function ask(
  person: Person | null,
  path: string,
  { headers = {}, method = 'GET' }: { headers?: Record<string, string> | undefined; method?: string | undefined } = {},
): Promise<RawAnswer> {
  const cookie = cookies.get(person)
  const sent = { ...(cookie === undefined ? {} : { cookie }), ...headers, connection: 'close' }
  for (;;) {
    const answer = await rawRequest(instance.address, { path, method, headers: sent })
    if (answer.status !== 503) return answer
    await sleep(500)
  }
}

const rankOf = (person: Person | null): Rank => (person === null ? 'anyone' : PEOPLE[person].role)
const covers = (rank: Rank, least: Rank) => RANKS.indexOf(rank) >= RANKS.indexOf(least)

describe.runIf(IS_LONG_RUN)('an instance with accounts', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    folder = await makeInstanceFolder()
    instance = await startInstance(folder, { AUTH: 'accounts', AUTH_SECRET: SECRET })
    const client = new Client({ connectionString: (await findRunningDatabase(folder)) ?? '' })
    await client.connect()
    for (const name of Object.keys(PEOPLE) as Person[]) await signIn(client, name)
    await client.end()
  }, 300_000)

  afterAll(async () => {
    await instance.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([null, 'gru', 'viewer', 'editor', 'admin'] as const)('%s gets what is theirs', async (person) => {
    for (const [path, least] of ADDRESSES) {
      for (const { name, path: written, headers, method } of FORMS) {
        // A cookie takes the place of the own one.
        const rank = name === 'cookie of nobody' ? 'anyone' : rankOf(person)
        const answer = await ask(person, written?.(path) ?? path, { headers, method })
        const given = [200, 307, 308].includes(answer.status)
        const refused = [303, 401, 403].includes(answer.status)
        // Next does not know an encoded name of a page, nor the API the parameter of the router.
        const isNothing = name === 'encoded' && answer.status === 404
        const isUnknown = name === '_rsc' && path.startsWith('/api/') && answer.status === 400
        expect
          .soft([given || isNothing || isUnknown, refused], `${name} ${path}: ${answer.status}`)
          .toEqual(covers(rank, least) ? [true, false] : [false, true])
        if (!covers(rank, least)) expect.soft(answer.body, `${name} ${path}`).not.toContain('table-1')
      }
    }
  })

  test('nobody reaches a page by the path that the proxy writes', async () => {
    for (const person of [null, 'gru', 'admin'] as const) {
      for (const headers of [{}, { rsc: '1' }, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }]) {
        const path = '/zh/v5.5f3a9c1e-arithmetic-family-auto-red/factors'
        const first = await ask(person, path, { headers })
        // Next first adds the parameter of its router to the address.
        const isMoved = first.status === 307 && first.headers.location?.includes(`${path}?_rsc`)
        const answer = isMoved ? await ask(person, String(first.headers.location), { headers }) : first
        expect([303, 404]).toContain(answer.status)
      }
    }
  })

  test('a desk and two clients get their own at the same time, first and kept', async () => {
    const own = { gru: 'Improved GRU', reversal: 'Improved reversal' } as const
    const [desk, ...clients] = ['admin', 'gru', 'reversal'] as const
    const paths = ['/en', `/en/weeks/${WEEK}`, `/en/weeks/${WEEK}/summary.csv`, `/en/weeks/${WEEK}/mail.html`]
    const rounds = Array.from({ length: 6 }, () => paths).flat()
    await Promise.all(
      rounds.flatMap((path, index) => {
        const readers = index % 2 === 0 ? [desk, ...clients] : [...clients, desk]
        return readers.map(async (person) => {
          const { status, body, headers } = await ask(person, path)
          expect(status, `${person} ${path}`).toBe(200)
          expect(headers['cache-control']).toMatch(/^private|no-store/)
          expect(headers.vary).toContain('cookie')
          for (const [client, name] of Object.entries(own)) {
            expect(body.includes(name), `${person} ${path} ${name}`).toBe(person === desk || person === client)
          }
        })
      }),
    )
  })

  test('a client finds a series that was not granted as one that does not exist', async () => {
    const page = (await ask('gru', `/en/weeks/${WEEK}`)).body
    const [chart = ''] = /\/charts\/[^"\s\\]+\/improved-gru\/[^"\s,\\]+/.exec(page) ?? []
    expect((await ask('gru', chart)).status).toBe(200)
    const of = async (code: string) => {
      const { status, body } = await ask('gru', chart.replace('improved-gru', code))
      return [status, body.replaceAll(code, 'CODE')]
    }
    expect(await of('improved-reversal')).toEqual(await of('no-such-factor'))
    expect((await ask('reversal', chart)).status).toBe(404)
    expect((await ask('gru', `/en/weeks/${WEEK}/summary.csv?market=CN`)).body).not.toContain('reversal')
  })

  test('a page that is refused is one of the product, with a policy for its scripts', async () => {
    const { status, body, headers } = await ask('gru', '/en/factors/improved-reversal')
    expect(status).toBe(403)
    expect(body).toContain('This page is not open to you')
    expect(body).not.toMatch(/reversal/i)
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
    expect((await ask('gru', '/en/factors/no-such-factor')).body).toBe(body)
  })
})
