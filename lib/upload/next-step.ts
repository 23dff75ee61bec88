import { isRefused } from '@/lib/import/outcome/import-outcome'
import type { FileOutcome } from './upload-record'

/** What can be done next with a checked upload. */
export type NextStep = 'correct' | 'accept' | 'load' | 'nothing'

/** Returns whether the files have to be corrected, findings to be accepted, or the files can be loaded or have no news. */
export function nextStepOf(outcomes: readonly FileOutcome[]): NextStep {
  if (outcomes.some(({ faultCount }) => faultCount > 0)) return 'correct'
  if (outcomes.some(isRefused)) return 'accept'
  return outcomes.every(({ rowsNew, rowsRestated }) => rowsNew + rowsRestated === 0) ? 'nothing' : 'load'
}
