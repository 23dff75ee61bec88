import { expect, it } from 'vitest'
import { describeOutcome } from '@/lib/import/describe-outcome'
import { FaultLog } from '@/lib/import/fault'
import { refusedOutcome } from '@/lib/import/import-outcome'

it('lists a fault of the whole file without a line, and counts those that were not kept', () => {
  const faults = new FaultLog('a.csv')
  for (let index = 0; index < 2_001; index++) faults.add({ rule: 'empty-file', remedy: 'Write rows.' })
  const lines = describeOutcome(refusedOutcome(faults, false)).split('\n')
  expect(lines).toHaveLength(1_002)
  expect(lines[0]).toBe('a.csv: refused, nothing was written (2,001 faults)')
  expect(lines[1]).toBe('  a.csv      — the file is empty. Write rows.')
  expect(lines.at(-1)).toBe('  and 1,001 more')
})
