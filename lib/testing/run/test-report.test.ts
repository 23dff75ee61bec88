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

it('counts a file that does not load as one failure, and names failed and skipped tests', async () => {
  const test = (fullName: string, status: string, duration?: number, failureMessages: string[] = []) => ({
    ...{ fullName, status, duration, failureMessages },
  })
  const testResults = [
    {
      name: `${process.cwd()}/lib/a.test.ts`,
      status: 'passed',
      message: '',
      assertionResults: [test('adds', 'passed', 1500)],
    },
    {
      name: '/elsewhere/b.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        test('divides', 'failed', 20, ['Error: by \u001b[31mzero\u001b[39m\n    at b.test.ts:3']),
        test('roots, which need a license', 'pending'),
      ],
    },
    { name: '/elsewhere/c.test.ts', status: 'failed', message: 'Cannot find d', assertionResults: [] },
  ]
  const path = await write({ numPassedTests: 1, numFailedTests: 1, testResults })
  expect(await readVitestReport(path)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    times: [
      { name: 'lib/a.test.ts › adds', seconds: 1.5 },
      { name: '/elsewhere/b.test.ts › divides', seconds: 0.02 },
      { name: '/elsewhere/b.test.ts › roots, which need a license', seconds: 0 },
    ],
    skips: ['/elsewhere/b.test.ts › roots, which need a license'],
    failures: ['/elsewhere/b.test.ts › divides: Error: by zero', '/elsewhere/c.test.ts: Cannot find d'],
  })
})

it('counts a flaky test, an error outside the tests and a skip without reason as failures', async () => {
  const spec = (title: string, status: string, annotations: object[] = []) => ({
    title,
    tests: [
      {
        ...{ status, annotations },
        results: [
          { duration: 900, errors: status === 'flaky' ? [{ message: 'too late' }] : [] },
          { duration: 100, errors: [] },
        ],
      },
    ],
  })
  const inner = { file: 'a.spec.ts', specs: [spec('opens', 'expected'), spec('waits', 'flaky')] }
  const skips = [spec('prints', 'skipped', [{ type: 'skip', description: 'no printer' }]), spec('scans', 'skipped')]
  const path = await write({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    suites: [{ file: 'a.spec.ts', specs: skips, suites: [inner] }],
    errors: [{ message: 'no such file' }],
  })
  const { times, ...report } = await readPlaywrightReport(path)
  expect(report).toEqual({
    passed: 5,
    failed: 4,
    skipped: 1,
    skips: ['e2e/a.spec.ts › prints: no printer', 'e2e/a.spec.ts › scans: no reason given'],
    failures: [
      'e2e/a.spec.ts › waits: too late',
      'outside of the tests: no such file',
      'e2e/a.spec.ts › scans: skipped without a reason',
    ],
  })
  expect(times).toContainEqual({ name: 'e2e/a.spec.ts › opens', seconds: 1 })
})

async function write(report: unknown): Promise<string> {
  const path = join(folder, 'report.json')
  await writeFile(path, JSON.stringify(report))
  return path
}
