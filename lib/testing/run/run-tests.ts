/**
 * Runs `npm test` and `npm run test:long`. Every stage runs, also after a failed one; the last line has the numbers of
 * passed, failed and skipped tests.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { z } from 'zod'
import { buildPages } from '@/lib/boot/build/build-pages'
import { bundlePrograms } from '@/lib/boot/build/bundle-programs.mjs'
import { explain } from '@/lib/boot/explain'
import { runVisibly } from '@/lib/boot/run-visibly'
import { listenForStop } from '@/lib/boot/shutdown'
import { installBrowser } from './install-browser'
import { TEST_SEED } from './run-mode'
import { type Stage, summarise } from './run-summary'
import { withInstance } from './test-instance'
import { readPlaywrightReport, readVitestReport, type TestReport } from './test-report'

const PASSED: TestReport = { passed: 1, failed: 0, skipped: 0, times: [], skips: [], failures: [] }
const FAILED: TestReport = { ...PASSED, passed: 0, failed: 1 }

/** The check that takes as long as all those after it, on one processor. */
const TYPE_CHECK = 'tsc --noEmit'

const isLong = process.argv.includes('--long')
/** Arguments after `npm test --` are for the browser tests: `--update-snapshots`, or the name of one file. */
const playwrightArgs = process.argv.slice(3).filter((argument) => argument !== '--long')
const signal = listenForStop([])
const reports = await mkdtemp(join(tmpdir(), 'factor-weekly-reports-'))
const stages: Stage[] = []

// The processes of the tests read both variables.
if (isLong) process.env.TEST_LONG = '1'
process.env.TEST_SEED = TEST_SEED
console.log(isLong ? 'Every long form runs too.' : 'Long forms are left out; npm run test:long runs them.')

await Promise.all([
  runStage('browser and fonts', async () => {
    console.log(await installBrowser())
    return { ...PASSED, passed: 0 }
  }),
  runChecks(await readChecks()),
])
await bundlePrograms()
// The tests wait often, for PostgreSQL and other processes: the build has these times.
await Promise.all([
  runStage('unit and database tests', () => runVitest('vitest.config.ts')),
  runStage('production build', async () => {
    await buildPages(signal)
    return PASSED
  }),
])
const instanceFailure = await withInstance(async (address) => {
  await runStage('HTTP tests', () => runVitest('e2e/vitest.config.ts', { INSTANCE_URL: address }))
  await runStage('browser tests', () => runPlaywright(address))
}).catch((error: unknown) => error)
if (instanceFailure !== undefined) await runStage('instance', () => Promise.reject(instanceFailure))
await rm(reports, { recursive: true })
console.log(['', ...summarise(stages)].join('\n'))
process.exit(stages.some(({ failed }) => failed > 0) || signal.aborted ? 1 : 0)

/** Runs one stage and keeps its report; an error of the stage itself counts as one failure. */
async function runStage(name: string, run: () => Promise<TestReport>): Promise<void> {
  if (signal.aborted) return
  console.log(`\n▶ ${name}`)
  const begun = performance.now()
  const report = await run().catch((error: unknown) => {
    console.error(explain(error))
    return FAILED
  })
  stages.push({ name, ...report, seconds: (performance.now() - begun) / 1000 })
}

/** Runs the checks in their order; those after the types run beside them. */
async function runChecks(commands: string[]): Promise<void> {
  const types = commands.indexOf(TYPE_CHECK)
  const inTurn = async (some: string[]) => {
    for (const command of some) await runStage(command, () => runCheck(command))
  }
  await inTurn(commands.slice(0, types))
  await Promise.all([inTurn([TYPE_CHECK]), inTurn(commands.slice(types + 1))])
}

/** Returns the commands that `npm run check` chains. */
async function readChecks(): Promise<string[]> {
  const schema = z.object({ scripts: z.object({ check: z.string() }) })
  const { scripts } = schema.parse(JSON.parse(await readFile('package.json', 'utf8')))
  return scripts.check.split(' && ')
}

async function runCheck(command: string): Promise<TestReport> {
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`
  const code = await runVisibly(command, [], { env: { PATH }, shell: true, signal })
  return code === 0 ? PASSED : FAILED
}

async function runVitest(config: string, env: Record<string, string> = {}): Promise<TestReport> {
  const report = join(reports, 'vitest.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', `--config=${config}`, ...reporters]
  const code = await runVisibly(process.execPath, args, { env, signal })
  return withExitCode(await readVitestReport(report), code)
}

async function runPlaywright(address: string): Promise<TestReport> {
  const report = join(reports, 'playwright.json')
  const env = { INSTANCE_URL: address, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const args = ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json', ...playwrightArgs]
  const code = await runVisibly(process.execPath, ['node_modules/playwright/cli.js', ...args], { env, signal })
  return withExitCode(await readPlaywrightReport(report), code)
}

/** Returns the report, with one failure if the run failed for a reason that its report does not count. */
function withExitCode(report: TestReport, code: number): TestReport {
  return code !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}
