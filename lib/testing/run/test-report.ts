/** Reads the JSON report of a run: how many tests passed, failed and were skipped, and how long each took. */
import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
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
  /** Name of each failed test, with the first line of what it says. */
  failures: string[]
}

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          duration: z.number().nullish(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
})

interface Suite {
  file: string
  specs: {
    title: string
    tests: {
      annotations: { type: string; description?: string | undefined }[]
      results: { duration: number; errors: { message: string }[] }[]
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
          results: z.array(z.object({ duration: z.number(), errors: z.array(z.object({ message: z.string() })) })),
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
  errors: z.array(z.object({ message: z.string() })),
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
    assertionResults.map(({ fullName, status, duration, failureMessages }) => ({
      name: `${relativePath(file)} › ${fullName}`,
      isSkipped: status !== 'passed' && status !== 'failed',
      seconds: (duration ?? 0) / 1000,
      messages: failureMessages,
    })),
  )
  const skips = tests.filter(({ isSkipped }) => isSkipped).map(({ name }) => name)
  const failed = tests.filter(({ messages }) => messages.length > 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: skips.length,
    times: tests.map(({ name, seconds }) => ({ name, seconds })),
    skips,
    failures: [
      ...failed.map(({ name, messages }) => failureLine(name, messages)),
      ...broken.map(({ name, message }) => failureLine(relativePath(name), [message])),
    ],
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
    failures: [
      ...tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ name, messages }) => failureLine(name, messages)),
      ...errors.map(({ message }) => failureLine('outside of the tests', [message])),
      ...unexplained.map(({ name }) => failureLine(name, ['skipped without a reason'])),
    ],
  }
}

interface PlaywrightTest extends TestTime {
  status: string
  reason: string | undefined
  messages: string[]
}

function testsOf({ file, specs, suites = [] }: Suite): PlaywrightTest[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ annotations, results, status }) => ({
      name: `e2e/${file} › ${title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      status,
      reason: annotations.find(({ type }) => type === 'skip')?.description,
      messages: results.flatMap(({ errors }) => errors.map(({ message }) => message)),
    })),
  )
  return [...own, ...suites.flatMap(testsOf)]
}

function failureLine(name: string, [message = 'without a message']: string[]): string {
  const [line = ''] = stripVTControlCharacters(message).split('\n')
  return `${name}: ${line}`
}

function relativePath(file: string): string {
  return file.startsWith(`${process.cwd()}/`) ? file.slice(process.cwd().length + 1) : file
}
