import { expect, it } from 'vitest'
import { summarise } from './run-summary'

const STAGE = {
  name: 'unit tests',
  seconds: 61.25,
  passed: 12,
  failed: 1,
  skipped: 0,
  times: [],
  skips: [],
  failures: [],
}

it('ends with the counts of all stages', () => {
  expect(summarise([STAGE, { ...STAGE, name: 'build', passed: 1, failed: 0 }]).at(-1)).toBe('13 passed, 1 failed')
})

it('counts skipped tests with the reasons', () => {
  const lines = summarise([{ ...STAGE, skipped: 1, skips: ['e2e/a.spec.ts › prints: no printer'] }])
  expect(lines).toContain('  e2e/a.spec.ts › prints: no printer')
  expect(lines.at(-1)).toBe('12 passed, 1 failed, 1 skipped')
})

it('names what failed just before the counts: the tests, or the stage that has none', () => {
  const failures = ['e2e/a.spec.ts › prints: no printer']
  const lines = summarise([
    { ...STAGE, failures },
    { ...STAGE, name: 'build' },
    { ...STAGE, name: 'types', failed: 0 },
  ])
  expect(lines.slice(-5)).toEqual(['Failed', `  ${failures}`, '  build', '', '36 passed, 2 failed'])
})

it('lists the ten slowest tests of all stages, slowest first', () => {
  const times = Array.from({ length: 8 }, (_, index) => ({ name: `test ${index}`, seconds: index }))
  const lines = summarise([
    { ...STAGE, failed: 0, times },
    {
      ...STAGE,
      failed: 0,
      times: times.map(({ name, seconds }) => ({ name: `other ${name}`, seconds: seconds + 0.5 })),
    },
  ])
  const begin = lines.indexOf('The 10 slowest tests')
  expect(lines.slice(begin + 1, begin + 3)).toEqual(['     7.5 s  other test 7', '     7.0 s  test 7'])
  expect(lines.slice(begin + 11)).toEqual(['', '24 passed, 0 failed'])
})
