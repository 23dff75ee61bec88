/**
 * Measures a steady load of readers for five minutes, alone and while a million daily rows are loaded into another market:
 * `npx tsx e2e/bench/steady.ts`, with FACTOR_WEEKLY_BENCH_SECONDS for another time. It runs its own instance.
 */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { runProgram } from '@/lib/boot/run-program'
import { makeInstanceFolder, startInstance } from '@/lib/testing/run/test-instance'
import { catalogueOf, writeRows } from './import'
import { addressesOn, p99, timesAtRate } from './steady-load'
import { isKept, type Verdict, verdictLine } from './verdict'

const PER_SECOND = 200
const P99_MAX_MS = 200
const WARM_UP_SECONDS = 10
const ROWS = 1_000_000
const MARKET = { code: 'OTHER', nameZh: '另一市场', nameEn: 'Another market', dailyReturnMax: null }

export async function measureSteady(seconds = 300): Promise<Verdict[]> {
  const folder = await makeInstanceFolder()
  try {
    const returns = join(folder, 'returns.csv')
    const catalogue = join(folder, 'catalogue.json')
    const { factors, ...rest } = catalogueOf(await writeRows(returns, ROWS))
    const elsewhere = factors.map((factor, index) => ({ ...factor, position: 1_001 + index, marketCode: MARKET.code }))
    await writeFile(
      catalogue,
      JSON.stringify({ ...rest, markets: [MARKET], families: rest.families.slice(0, 1), factors: elsewhere }),
    )
    const instance = await startInstance(folder)
    try {
      const paths = Object.values(await addressesOn(instance.address))
      // The first requests of a server are measured elsewhere.
      await timesAtRate(instance.address, paths, { perSecond: PER_SECOND, seconds: WARM_UP_SECONDS })
      const load = { perSecond: PER_SECOND, seconds }
      const alone = await timesAtRate(instance.address, paths, load)
      const loading = timeLoad(folder, [catalogue, returns])
      const beside = await timesAtRate(instance.address, paths, load)
      const loadedMs = await loading
      const p99Of = (times: number[], when: string): Verdict => ({
        name: `${PER_SECOND} requests a second for ${seconds} s ${when}, p99`,
        value: p99(times),
        ...{ floor: null, unit: 'ms', budget: P99_MAX_MS },
      })
      const during = `while ${ROWS.toLocaleString('en-US')} rows are loaded in ${(loadedMs / 1_000).toFixed(0)} s`
      return [p99Of(alone, 'alone'), p99Of(beside, during)]
    } finally {
      await instance.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Loads files into the store of a running instance with the command, and returns how long it took, ms. */
async function timeLoad(dataFolder: string, files: string[]): Promise<number> {
  const begun = performance.now()
  await runProgram(process.execPath, ['lib/boot/bootstrap.mjs', 'import', ...files], {
    env: { DATA_DIR: dataFolder, DATABASE_URL: '' },
  })
  return performance.now() - begun
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureSteady(Number(process.env.FACTOR_WEEKLY_BENCH_SECONDS ?? 300))
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
