import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { programPath } from '@/lib/process/project-folder'

const FAILURES = [
  {
    name: 'a server that does not run',
    url: 'postgresql://x:y@127.0.0.1:1/none',
    code: 3,
    says: 'No PostgreSQL answers',
  },
  { name: 'an address of another kind', url: 'mysql://localhost/x', code: 2, says: 'DATABASE_URL' },
]

describe.each(['import', 'export-data', 'verify'])('npm run %s', (command) => {
  it.each(FAILURES)('distinguishes $name from bad data by its exit code', async ({ url, code, says }) => {
    expect(await run(command, url)).toEqual({ code, printed: expect.stringContaining(says) })
  })
})

async function run(command: string, databaseUrl: string): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [programPath('database-command'), command, 'file.csv'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let printed = ''
  child.stderr.on('data', (text) => {
    printed += text
  })
  const [code] = await once(child, 'close')
  return { code, printed }
}
