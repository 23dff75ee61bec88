import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { startWebServer } from './web-server'

// On Windows the processes of a server share a named pipe, which has no folder.
it.skipIf(platform() === 'win32')('refuses a temporary folder whose path is too long for a socket', async () => {
  const folder = await mkdtemp(join(tmpdir(), `factor-weekly-${'x'.repeat(80)}-`))
  vi.stubEnv('TMPDIR', folder)
  try {
    const started = startWebServer({ mode: 'start', host: '127.0.0.1', port: 0, databaseUrl: '' })
    await expect(started).rejects.toThrow(/too long a path for a socket \(.*\): set TMPDIR to a shorter one/)
    expect(await readdir(folder)).toEqual([])
  } finally {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true })
  }
})
