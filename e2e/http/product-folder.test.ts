/** In a long run: the folder that `npm run build -- --to` fills, as a container has it, starts and answers by itself. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freePort } from '@/lib/boot/port'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { makeInstanceFolder } from '@/lib/testing/run/test-instance'

const BYTES_MAX = 250e6

test.runIf(IS_LONG_RUN)(
  'a folder with the product serves pages, PDF and metrics, and runs commands',
  { timeout: 900_000 },
  async () => {
    const [data, folder] = [await makeInstanceFolder(), await mkdtemp(join(tmpdir(), 'factor-weekly-product-'))]
    const database = await openEmbeddedDatabase(data)
    const [port, metricsPort] = [await freePort(), await freePort()]
    const secret = join(data, 'database_url')
    await writeFile(secret, `${database.url}\n`)
    const env = {
      ...process.env,
      ...{ DATABASE_URL: '', DATABASE_URL_FILE: secret, CACHE_DIR: join(data, 'cache') },
      ...{
        PORT: `${port}`,
        METRICS_PORT: `${metricsPort}`,
        FACTOR_WEEKLY_FOLDER: '',
        INIT_CWD: '',
        LOG_FORMAT: 'json',
      },
    }
    const build = ['lib/boot/bootstrap.mjs', 'build', '--to', folder]
    const printed = execFileSync(process.execPath, build, { encoding: 'utf8' })
    const megabytes = Number(/, (\d+) MB/.exec(printed)?.[1])
    expect(megabytes * 1e6).toBeLessThan(BYTES_MAX)
    expect(existsSync(join(folder, 'lib/boot/serve.ts'))).toBe(false)
    const product = spawn(process.execPath, ['lib/boot/bootstrap.mjs', 'start'], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let logged = ''
    product.stdout.on('data', (chunk: Buffer) => {
      logged += chunk.toString()
    })
    try {
      await untilReady(product, port)
      const read = (path: string, of = port) => fetch(`http://127.0.0.1:${of}${path}`)
      for (const path of [
        '/en/weeks/2024-08-30',
        '/en/weeks/2024-08-30/report.pdf',
        '/weeks/2024-08-30/summary.xlsx',
      ]) {
        expect([path, (await read(path)).status]).toEqual([path, 200])
      }
      expect(await (await read('/metrics', metricsPort)).text()).toContain('factor_weekly_database_up 1')
      const lines = logged
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.filter(({ step }) => step === 'migrations')).toMatchObject([{ level: 'info' }])
      expect(lines.filter(({ kind }) => kind === 'download').map(({ status }) => status)).toEqual([200, 200])
      const doctor = execFileSync(process.execPath, ['lib/boot/bootstrap.mjs', 'doctor'], { cwd: folder, env })
      expect(doctor.toString()).toContain('Nothing keeps Factor Weekly from working.')
    } finally {
      if (product.exitCode === null) {
        product.kill('SIGTERM')
        await once(product, 'exit')
      }
      await database.close()
      for (const path of [data, folder]) await rm(path, { recursive: true, force: true })
    }
  },
)

async function untilReady(product: ChildProcess, port: number): Promise<void> {
  while (product.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error(`The product ended with ${product.exitCode} before it was ready.`)
}
