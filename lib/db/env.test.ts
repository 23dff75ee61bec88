import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readEnv, secretsOf, withDatabaseUrl } from './env'

const folder = mkdtempSync(join(tmpdir(), 'factor-weekly-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a file and returns its path. */
function fileOf(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

it('takes scheme and host as PUBLIC_URL, without what follows', () => {
  expect(readEnv({ PUBLIC_URL: 'https://Factors.example.com:8443/' }).PUBLIC_URL).toBe(
    'https://factors.example.com:8443',
  )
  expect(readEnv({ PUBLIC_URL: '' }).PUBLIC_URL).toBeUndefined()
})

it.each(['factors.example.com', 'https://x/path', 'https://x?a', 'https://u:p@x', 'ftp://x', 'https://'])(
  'refuses PUBLIC_URL=%s',
  (PUBLIC_URL) => expect(() => readEnv({ PUBLIC_URL })).toThrow('PUBLIC_URL: expected scheme and host alone'),
)

it('takes addresses and networks as TRUSTED_PROXIES, and no names', () => {
  expect(readEnv({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' }).TRUSTED_PROXIES).toBe('127.0.0.1, 10.0.0.0/8')
  expect(() => readEnv({ TRUSTED_PROXIES: 'nginx' })).toThrow('TRUSTED_PROXIES: expected addresses or networks')
})

it('reads secrets from files, without the line break at their end', () => {
  const env = readEnv({
    DATABASE_URL_FILE: fileOf('url', 'postgresql://desk:pa55word@db/x\n'),
    IMPORT_TOKEN_FILE: fileOf('token', 'a token of 20 letters\r\n'),
    OIDC_CLIENT_SECRET_FILE: fileOf('provider', 'a secret of the provider\n'),
  })
  expect(env.DATABASE_URL).toBe('postgresql://desk:pa55word@db/x')
  expect(env.IMPORT_TOKEN).toBe('a token of 20 letters')
  expect(secretsOf(env)).toEqual(['pa55word', 'a token of 20 letters', 'a secret of the provider'])
  const child = readEnv({ DATABASE_URL_FILE: join(folder, 'url'), ...withDatabaseUrl('postgresql://other/y') })
  expect(child.DATABASE_URL).toBe('postgresql://other/y')
})

it('refuses a secret that is given twice, missing, empty or wrong', () => {
  const token = fileOf('token', 'a token of 20 letters')
  expect(() => readEnv({ IMPORT_TOKEN: 'x', IMPORT_TOKEN_FILE: token })).toThrow(
    'IMPORT_TOKEN and IMPORT_TOKEN_FILE are both set',
  )
  expect(() => readEnv({ IMPORT_TOKEN_FILE: join(folder, 'none') })).toThrow(
    /IMPORT_TOKEN_FILE cannot be read \(ENOENT.*none/,
  )
  expect(() => readEnv({ DATABASE_URL_FILE: fileOf('empty', '\n') })).toThrow('DATABASE_URL_FILE')
  expect(() => readEnv({ DATABASE_URL_FILE: fileOf('wrong', 'mysql://x') })).toThrow(
    'DATABASE_URL: expected postgresql',
  )
})

it('takes several replicas, whose passwords are secrets too, and a way around a pooler', () => {
  const env = readEnv({
    DATABASE_URL: 'postgresql://desk:first-word@pooler:6432/x',
    DATABASE_DIRECT_URL: 'postgresql://desk:second-word@db/x',
    DATABASE_READ_URLS_FILE: fileOf(
      'replicas',
      'postgresql://a:third-word@one/x, postgresql://b:fourth-word@two:5433/x\n',
    ),
  })
  expect(env.DATABASE_READ_URLS).toEqual(['postgresql://a:third-word@one/x', 'postgresql://b:fourth-word@two:5433/x'])
  expect(secretsOf(env)).toEqual(['first-word', 'second-word', 'third-word', 'fourth-word'])
  expect(readEnv({ DATABASE_READ_URLS: '', DATABASE_DIRECT_URL: '' })).not.toHaveProperty('DATABASE_READ_URLS')
})

it.each([
  [{ DATABASE_URL: 'postgresql://db,other/x' }, 'DATABASE_URL: expected'],
  [{ DATABASE_URL: 'postgresql://db/x', DATABASE_READ_URLS: 'postgresql://one/x,' }, 'DATABASE_READ_URLS: expected'],
  [{ DATABASE_URL: 'postgresql://db/x', DATABASE_READ_URLS: 'http://one/x' }, 'DATABASE_READ_URLS: expected'],
  [{ DATABASE_READ_URLS: 'postgresql://one/x' }, 'DATABASE_READ_URLS: needs DATABASE_URL'],
  [{ DATABASE_DIRECT_URL: 'postgresql://one/x' }, 'DATABASE_DIRECT_URL: needs DATABASE_URL'],
])('refuses %j', (variables, message) => expect(() => readEnv(variables)).toThrow(message))

it('refuses metrics on the port of the pages, and an unknown form of the log', () => {
  expect(readEnv({ METRICS_PORT: '9464' })).toMatchObject({ METRICS_PORT: 9464, METRICS_HOST: '127.0.0.1' })
  expect(() => readEnv({ METRICS_PORT: '3000' })).toThrow('METRICS_PORT: must be another port than PORT')
  expect(() => readEnv({ LOG_FORMAT: 'xml' })).toThrow('LOG_FORMAT: expected plain or json')
})
