import { expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { emptyOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import { describeOutcome } from './describe-outcome'

it('lists a fault of the whole file without a line, and counts those that were not kept', () => {
  const faults = new FaultLog('a.csv')
  for (let index = 0; index < 2_001; index++) faults.add({ rule: 'empty-file', remedy: 'Write rows.' })
  const lines = describeOutcome(emptyOutcome(faults, false)).split('\n')
  expect(lines).toHaveLength(1_002)
  expect(lines[0]).toBe('a.csv: refused, nothing was written (2,001 faults)')
  expect(lines[1]).toBe('  a.csv      — the file is empty. Write rows.')
  expect(lines.at(-1)).toBe('  and 1,001 more')
})

it.each([
  [1, '1 warning (the load goes on)'],
  [2, '2 warnings (the load goes on)'],
  [1_001, '1,001 warnings (the load goes on)'],
])('counts %i warnings', (warningCount, line) => {
  const warning: Warning = {
    rule: 'gap-of-trading-days',
    series: 's',
    column: null,
    from: 'a',
    to: 'b',
    detail: 'Two days.',
  }
  const outcome = { ...emptyOutcome(new FaultLog('a.csv'), false), warnings: [warning], warningCount }
  expect(describeOutcome(outcome).split('\n')[1]).toBe(line)
})
