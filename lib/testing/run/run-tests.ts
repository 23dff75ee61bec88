/** `npm test`: every stage runs, also after one that failed; the last line says how many tests passed and failed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { explain } from '@/lib/boot/explain'
import { runVisibly } from '@/lib/boot/run-visibly'
import { listenForStop } from '@/lib/boot/shutdown'
import { installBrowser } from './install-browser'
import { withInstance } from './test-instance'
import { type Counts, readPlaywrightReport, readVitestReport } from './test-report'

interface Stage extends Counts {
  name: string
  seconds: number
}

/** What follows `npm test --` is for the browser tests: `--update-snapshots`, or the name of one file. */
const playwrightArgs = process.argv.slice(3)
const signal = listenForStop([])
const reports = await mkdtemp(join(tmpdir(), 'factor-weekly-reports-'))
const stages: Stage[] = []

await runStage('browser and fonts', async () => {
  console.log(await installBrowser())
  return { passed: 0, failed: 0 }
})
for (const command of await readChecks()) await runStage(command, () => runCheck(command))
await runStage('unit and database tests', runVitest)
await runStage('production build', async () => {
  await ensureBuilt(signal)
  return { passed: 1, failed: 0 }
})
await runStage('browser tests', () => withInstance(runPlaywright))
await rm(reports, { recursive: true })
summarise()
process.exit()

/** An error of the stage itself counts as one failure. */
async function runStage(name: string, run: () => Promise<Counts>): Promise<void> {
  if (signal.aborted) return
  console.log(`\n▶ ${name}`)
  const begun = performance.now()
  const counts = await run().catch((error: unknown) => {
    console.error(explain(error))
    return { passed: 0, failed: 1 }
  })
  stages.push({ name, ...counts, seconds: (performance.now() - begun) / 1000 })
}

/** The commands that `npm run check` chains. */
async function readChecks(): Promise<string[]> {
  const schema = z.object({ scripts: z.object({ check: z.string() }) })
  const { scripts } = schema.parse(JSON.parse(await readFile('package.json', 'utf8')))
  return scripts.check.split(' && ')
}

async function runCheck(command: string): Promise<Counts> {
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`
  const code = await runVisibly(command, [], { env: { PATH }, shell: true, signal })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runVitest(): Promise<Counts> {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runVisibly(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { signal })
  return agree(await readVitestReport(report), code)
}

async function runPlaywright(address: string): Promise<Counts> {
  const report = join(reports, 'playwright.json')
  const env = { BASE_URL: address, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json', ...playwrightArgs]
  const code = await runVisibly(process.execPath, ['node_modules/playwright/cli.js', ...args], { env, signal })
  return agree(await readPlaywrightReport(report), code)
}

/** A run that failed for a reason that its report does not count still failed. */
function agree(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function summarise(): void {
  console.log('')
  for (const { name, passed, failed, seconds } of stages) {
    console.log(
      `  ${name.padEnd(28)}${`${passed}`.padStart(6)} passed${`${failed}`.padStart(5)} failed${seconds.toFixed(1).padStart(8)} s`,
    )
  }
  const passed = stages.reduce((sum, stage) => sum + stage.passed, 0)
  const failed = stages.reduce((sum, stage) => sum + stage.failed, 0)
  if (failed > 0 || signal.aborted) process.exitCode = 1
  console.log(`\n${passed} passed, ${failed} failed`)
}
