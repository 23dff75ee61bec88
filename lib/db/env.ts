/** Reads environment variables. A wrong value ends the start with a sentence that names it. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseAddressList } from '@/lib/http/address-list'
import { projectFolder } from '@/lib/process/project-folder'

const port = z.coerce.number().int().min(1).max(65_535)

const ADDRESS = 'expected postgresql://user:password@host:port/database, with one host'
const databaseAddress = z.string().refine(isDatabaseAddress, ADDRESS)

const schema = z
  .object({
    /** When unset, the start runs an embedded PostgreSQL and passes on its address. */
    DATABASE_URL: databaseAddress.optional(),
    /** The server itself, for migrations and loads, when DATABASE_URL leads to a pooler in transaction mode. */
    DATABASE_DIRECT_URL: databaseAddress.optional(),
    /** Streaming replicas that may answer queries, separated by commas. */
    DATABASE_READ_URLS: z
      .string()
      .transform((text) => text.split(',').map((url) => url.trim()))
      .refine((urls) => urls.every(isDatabaseAddress), `${ADDRESS}; several are separated by commas`)
      .optional(),
    /** How many connections to the database the server opens at most, besides the ones for new versions and metrics. */
    DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(10),
    /** Folder of the embedded database, absolute or relative to the project. */
    DATA_DIR: z.string().default('.data'),
    /** The address to listen on: 127.0.0.1 serves only this machine, 0.0.0.0 the network. */
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3000),
    /** The port of the metrics for Prometheus; when unset, there are none. They need no token, so the port is another one. */
    METRICS_PORT: port.optional(),
    /** The address on which the metrics are served. */
    METRICS_HOST: z.string().default('127.0.0.1'),
    /** The address under which readers reach the product, for links in mails: scheme and host, without a path. */
    PUBLIC_URL: z
      .string()
      .refine(isOrigin, 'expected scheme and host alone, such as https://factors.example.com')
      .transform((text) => new URL(text).origin)
      .optional(),
    /** Addresses of proxies whose X-Forwarded-Host, X-Forwarded-Proto and X-Request-Id count; others are ignored. */
    TRUSTED_PROXIES: z
      .string()
      .refine(
        (text) => parseAddressList(text) !== null,
        'expected addresses or networks separated by commas, such as 127.0.0.1,10.0.0.0/8',
      )
      .optional(),
    /** Whether an empty database is filled with the synthetic demo data. */
    LOAD_DEMO: z.stringbool().default(true),
    /** The token for loading files over HTTP; when unset, files cannot be loaded this way. */
    IMPORT_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
    /**
     * Who may read: everybody who reaches the port (off, on the loopback address only), whoever signs in (accounts), or
     * everybody, while only those who sign in may do more (public).
     */
    AUTH: z.enum(['off', 'accounts', 'public'], 'expected off, accounts or public').default('off'),
    /** The key that signs the cookies of sessions; when unset, one is made once and kept in the store. */
    AUTH_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
    /** How many days the audit is kept, besides today; when unset, for ever. */
    AUDIT_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
    /** An OpenID provider by which people may sign in too: its address, below which its description is found. */
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'expected the address of the provider, such as https://login.example.com' })
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** The name of the provider on the page to sign in. */
    OIDC_NAME: z.string().default('OpenID'),
    /** JSON file with the publisher; when unset, a neutral publisher. */
    PUBLISHER_FILE: z.string().optional(),
    /** Whether each complete week is published by itself, or somebody publishes each one. */
    PUBLISHING: z.enum(['automatic', 'desk'], 'expected automatic or desk').default('automatic'),
    /** Whether the one who submitted a week may be the only one to publish it. */
    REVIEW: z.enum(['one-person', 'two-people'], 'expected one-person or two-people').default('one-person'),
    /** Folder of generated PDFs, absolute or relative to the project. */
    CACHE_DIR: z.string().default('.cache'),
    /** How the server logs: plain lines on standard error, or JSON on standard output, a line for each request too. */
    LOG_FORMAT: z.enum(['plain', 'json'], 'expected plain or json').default('plain'),
    /** The date that counts as today, for tests with a moved clock; `lib/base/today.ts` reads it. */
    FACTOR_WEEKLY_TODAY: z.iso.date('expected a date as YYYY-MM-DD').optional(),
  })
  .refine(({ PORT, METRICS_PORT }) => PORT !== METRICS_PORT, {
    path: ['METRICS_PORT'],
    message: 'must be another port than PORT',
  })
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL }) =>
      OIDC_ISSUER === undefined || ![OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL].includes(undefined),
    { path: ['OIDC_ISSUER'], message: 'needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL' },
  )
  .refine(({ DATABASE_URL, DATABASE_DIRECT_URL }) => DATABASE_URL !== undefined || DATABASE_DIRECT_URL === undefined, {
    path: ['DATABASE_DIRECT_URL'],
    message: 'needs DATABASE_URL',
  })
  .refine(({ DATABASE_URL, DATABASE_READ_URLS }) => DATABASE_URL !== undefined || DATABASE_READ_URLS === undefined, {
    path: ['DATABASE_READ_URLS'],
    message: 'needs DATABASE_URL',
  })

function isDatabaseAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && !hostname.includes(',')
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && [search, hash, username, password].join('') === ''
}

export type Env = z.infer<typeof schema>

/** Its message is one sentence that names each wrong variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

type Variables = Record<string, string | undefined>

/** Settings that may stand in a file instead, which the variable NAME_FILE names: secrets do not belong into variables. */
const IN_FILES = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_READ_URLS',
  'IMPORT_TOKEN',
  'AUTH_SECRET',
  'OIDC_CLIENT_SECRET',
] as const

/** Parses the variables; an empty one counts as unset. Throws an EnvironmentError. */
export function readEnv(variables: Variables): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ''))
  for (const name of IN_FILES) readFromFile(given, name)
  const { data, error } = schema.safeParse(given)
  if (data) return data
  const faults = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvironmentError(`An environment variable is invalid (${faults.join('; ')}).`)
}

/** Returns the variables that give a child process the address of its database. */
export function withDatabaseUrl(url: string): Record<string, string> {
  return { DATABASE_URL: url, DATABASE_URL_FILE: '' }
}

/** Returns the texts of the settings that must appear nowhere. */
export function secretsOf(env: Env): string[] {
  const urls = [env.DATABASE_URL, env.DATABASE_DIRECT_URL, ...(env.DATABASE_READ_URLS ?? [])]
  const passwords = urls.map((url) => (url === undefined ? '' : new URL(url).password))
  const named = [env.IMPORT_TOKEN, env.AUTH_SECRET, env.OIDC_CLIENT_SECRET]
  return [...passwords, ...named].filter((secret): secret is string => secret !== undefined && secret !== '')
}

/** Puts the content of the file that NAME_FILE names, without line breaks at its end, in the place of NAME. */
function readFromFile(given: Variables, name: (typeof IN_FILES)[number]): void {
  const path = given[`${name}_FILE`]
  if (path === undefined) return
  if (given[name] !== undefined) {
    throw new EnvironmentError(`${name} and ${name}_FILE are both set: unset one of them.`)
  }
  try {
    given[name] = readFileSync(resolve(projectFolder(), path), 'utf8').replace(/[\r\n]+$/, '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError(`The file of ${name}_FILE cannot be read (${reason}): correct its path or its rights.`)
  }
  if (given[name] === '') throw new EnvironmentError(`The file of ${name}_FILE, ${path}, is empty.`)
}
