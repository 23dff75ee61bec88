/** How many tests a run's JSON report counts. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export interface Counts {
  passed: number
  failed: number
}

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(z.unknown()),
})

/** Vitest: a file that fails without a failing test in it (it does not load) counts as one failure. */
export async function readVitestReport(path: string): Promise<Counts> {
  const report = vitestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Playwright: an error outside of the tests counts as one failure. */
export async function readPlaywrightReport(path: string): Promise<Counts> {
  const { stats, errors } = playwrightSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
