/** Reads the JSON report of a run: how many tests passed, failed and were skipped, and how long each took. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface TestTime {
  name: string
  seconds: number
}

export interface TestReport extends Counts {
  times: TestTime[]
  /** Name of each skipped test, with the reason if the report has one. */
  skips: string[]
}

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
})

interface Suite {
  file: string
  specs: {
    title: string
    tests: {
      annotations: { type: string; description?: string | undefined }[]
      results: { duration: number }[]
      status: string
    }[]
  }[]
  suites?: Suite[] | undefined
}

const suiteSchema: z.ZodType<Suite> = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(
        z.object({
          annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
          results: z.array(z.object({ duration: z.number() })),
          status: z.string(),
        }),
      ),
    }),
  ),
  suites: z.lazy(() => z.array(suiteSchema).optional()),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  suites: z.array(suiteSchema),
  errors: z.array(z.unknown()),
})

/**
 * Reads a report of Vitest. A file that fails without a failing test, since it does not load, counts as one failure.
 */
export async function readVitestReport(path: string): Promise<TestReport> {
  const report = vitestSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const tests = report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      name: `${relativePath(file)} › ${fullName}`,
      isSkipped: status !== 'passed' && status !== 'failed',
      seconds: (duration ?? 0) / 1000,
    })),
  )
  const skips = tests.filter(({ isSkipped }) => isSkipped).map(({ name }) => name)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: skips.length,
    times: tests.map(({ name, seconds }) => ({ name, seconds })),
    skips,
  }
}

/** Reads a report of Playwright. An error outside of the tests counts as one failure, and so does a skip without reason. */
export async function readPlaywrightReport(path: string): Promise<TestReport> {
  const { stats, suites, errors } = playwrightSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const tests = suites.flatMap(testsOf)
  const skipped = tests.filter(({ status }) => status === 'skipped')
  const unexplained = skipped.filter(({ reason }) => reason === undefined)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length + unexplained.length,
    skipped: stats.skipped - unexplained.length,
    times: tests.map(({ name, seconds }) => ({ name, seconds })),
    skips: skipped.map(({ name, reason }) => `${name}: ${reason ?? 'no reason given'}`),
  }
}

function testsOf({ file, specs, suites = [] }: Suite): (TestTime & { status: string; reason: string | undefined })[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ annotations, results, status }) => ({
      name: `e2e/${file} › ${title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      status,
      reason: annotations.find(({ type }) => type === 'skip')?.description,
    })),
  )
  return [...own, ...suites.flatMap(testsOf)]
}

function relativePath(file: string): string {
  return file.startsWith(`${process.cwd()}/`) ? file.slice(process.cwd().length + 1) : file
}
