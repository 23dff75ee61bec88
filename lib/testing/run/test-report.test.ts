import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './test-report'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-test-'))
})

afterAll(() => rm(folder, { recursive: true }))

it('counts a file that does not load as a failure of its own', async () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ]
  const path = await write({ numPassedTests: 2, numFailedTests: 1, testResults })
  expect(await readVitestReport(path)).toEqual({ passed: 2, failed: 2 })
})

it('counts a flaky test and an error outside of the tests as failures', async () => {
  const path = await write({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{ message: 'no such file' }] })
  expect(await readPlaywrightReport(path)).toEqual({ passed: 5, failed: 3 })
})

async function write(report: unknown): Promise<string> {
  const path = join(folder, 'report.json')
  await writeFile(path, JSON.stringify(report))
  return path
}
