/** Reads environment variables. A wrong value ends the start with a sentence that names it. */
import { z } from 'zod'
import { parseAddressList } from '@/lib/http/address-list'

const port = z.coerce.number().int().min(1).max(65_535)

const schema = z.object({
  /** When unset, the start runs an embedded PostgreSQL and passes on its address. */
  DATABASE_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && /^postgres(ql)?:/.test(url),
      'expected postgresql://user:password@host:port/database',
    )
    .optional(),
  /** How many connections to the database the server opens at most, besides the one that looks for new versions. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(10),
  /** Folder of the embedded database, absolute or relative to the project. */
  DATA_DIR: z.string().default('.data'),
  /** The address to listen on: 127.0.0.1 serves only this machine, 0.0.0.0 the network. */
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** The address under which readers reach the product, for links in mails: scheme and host, without a path. */
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'expected scheme and host alone, such as https://factors.example.com')
    .transform((text) => new URL(text).origin)
    .optional(),
  /** Addresses of proxies whose X-Forwarded-Host and X-Forwarded-Proto count; those of anybody else are ignored. */
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
  /** JSON file with the publisher; when unset, a neutral publisher. */
  PUBLISHER_FILE: z.string().optional(),
  /** Folder of generated PDFs, absolute or relative to the project. */
  CACHE_DIR: z.string().default('.cache'),
  /** The date that counts as today, for tests with a moved clock; `lib/base/today.ts` reads it. */
  FACTOR_WEEKLY_TODAY: z.iso.date('expected a date as YYYY-MM-DD').optional(),
})

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

/** Parses the variables; an empty one counts as unset. Throws an EnvironmentError. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ''))
  const { data, error } = schema.safeParse(given)
  if (data) return data
  const faults = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvironmentError(`An environment variable is invalid (${faults.join('; ')}).`)
}
