/** The environment: a wrong value fails at start, with a sentence that names it. */
import { z } from 'zod'

const port = z.coerce.number().int().min(1).max(65_535)

const schema = z.object({
  /** Unset: the start-up runs an embedded PostgreSQL and passes its address on. */
  DATABASE_URL: z
    .string()
    .refine(
      (url) => URL.canParse(url) && /^postgres(ql)?:/.test(url),
      'expected postgresql://user:password@host:port/database',
    )
    .optional(),
  /** Folder of the embedded database, absolute or relative to the project. */
  DATA_DIR: z.string().default('.data'),
  /** The address to listen on. 127.0.0.1 serves this machine alone, 0.0.0.0 the network. */
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** Whether an empty database is filled with the synthetic demo data. */
  LOAD_DEMO: z.stringbool().default(true),
  /** What a script has to show to load files by HTTP; unset: nobody can. */
  IMPORT_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  /** JSON file that says who publishes; unset: a neutral publisher. */
  PUBLISHER_FILE: z.string().optional(),
  /** Folder of the PDFs that have been made, absolute or relative to the project. */
  CACHE_DIR: z.string().default('.cache'),
})

export type Env = z.infer<typeof schema>

/** One sentence that names each wrong variable. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/** Reads the variables, an empty one as unset. Throws an EnvironmentError. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, text]) => text !== ''))
  const { data, error } = schema.safeParse(given)
  if (data) return data
  const faults = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvironmentError(`An environment variable is invalid (${faults.join('; ')}).`)
}
