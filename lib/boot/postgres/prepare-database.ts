import { Client } from 'pg'
import { runProgram } from '@/lib/boot/run-program'
import { step } from '@/lib/boot/step.mjs'
import { withDatabaseUrl } from '@/lib/db/env'
import type { LoadKind } from '@/lib/db/generated/prisma/client'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { programPath } from '@/lib/process/project-folder'

const CONNECT_TIMEOUT_MS = 15_000

/** The kinds of demo data; coefficients are not among them. */
const DEMO_KINDS: readonly LoadKind[] = [
  'catalogue',
  'factor_returns',
  'portfolio_returns',
  'index_returns',
  'contributions',
]

/** Brings the schema up to date and, if wanted, fills an empty store with the demo data. */
export async function prepareDatabase(
  url: string,
  { demo, signal }: { demo: boolean; signal: AbortSignal },
): Promise<void> {
  await step(
    'migrations',
    () => applyMigrations(url),
    ({ length }) => (length === 0 ? 'up to date' : `${length} applied`),
  )
  if (demo && (await lacksDemo(url))) {
    await step(
      'demo data',
      () => loadDemo(url, signal),
      () => 'made and loaded',
    )
  }
}

/** Returns whether the store is empty, or has only a part of the demo data because loading it was interrupted. */
async function lacksDemo(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  await client.connect()
  try {
    const { rows } = await client.query<{ lacks: boolean }>(
      `SELECT count(*) FILTER (WHERE NOT is_demo) = 0
         AND NOT coalesce(array_agg(kind::text), '{}') @> $1::text[] AS lacks
       FROM data_version`,
      [DEMO_KINDS],
    )
    return rows[0]?.lacks === true
  } finally {
    await client.end()
  }
}

/** Loads the demo data in a child process, since the importer reads its database from the environment. */
async function loadDemo(url: string, signal: AbortSignal): Promise<void> {
  await runProgram(process.execPath, [programPath('load-demo')], {
    env: withDatabaseUrl(url),
    signal,
  })
}
