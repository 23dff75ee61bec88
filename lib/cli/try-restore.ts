import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'
import { runVisibly } from '@/lib/boot/run-visibly'
import { readEnv, withDatabaseUrl } from '@/lib/db/env'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { programPath } from '@/lib/process/project-folder'
import { EXIT, UsageError } from './exit-code'

/**
 * Proves that a backup can be restored: restores it into a new database of the same server, runs `npm run verify` on that,
 * and removes it. The store is not touched.
 * @param path the backup, absolute or relative to the folder of this process
 * @returns the exit code of the first of the two that failed; 0 when the restored store is whole
 */
export async function tryRestore(path: string, signal: AbortSignal): Promise<number> {
  const { DATABASE_URL } = readEnv(process.env)
  if (!DATABASE_URL) throw new UsageError('There is no database to try a backup on: run this as npm run restore.')
  const url = withDatabase(DATABASE_URL, randomDatabaseName('trial'))
  const run = (program: string, ...args: string[]) =>
    runVisibly(process.execPath, [programPath(program), ...args], { env: withDatabaseUrl(url), signal })
  const begun = performance.now()
  await createDatabase(url)
  try {
    await applyMigrations(url)
    const code = (await run('run-restore', path)) || (await run('run-verify'))
    const took = `${((performance.now() - begun) / 1_000).toFixed(1)} s`
    if (code === EXIT.done)
      console.log(`The backup can be restored: this was tried in a database of its own, in ${took}.`)
    else console.error(`The backup could not be restored: see above for why. The store is as it was.`)
    return code
  } finally {
    await dropDatabase(url)
  }
}
