import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { ApiProblem } from '@/lib/http/problem'

/** The HTTP status of each, for scripts. */
export const PROBLEM_STATUS: Record<LoadProblem, number> = {
  'no-file': 400,
  'same-name': 400,
  'bad-name': 400,
  'bad-form': 400,
  'too-large': 413,
  'too-slow': 408,
  busy: 429,
  gone: 410,
  moved: 409,
  'no-reason': 400,
  failed: 503,
}

/** A form that cannot be carried out. */
export class FormProblem extends Error {
  override name = 'FormProblem'

  constructor(readonly problem: LoadProblem) {
    super(`The form cannot be carried out: ${problem}.`)
  }
}

/** Returns the problem that an error stands for; null for one that is a failure of the server. */
export function problemOf(error: unknown): LoadProblem | null {
  if (error instanceof FormProblem) return error.problem
  if (!(error instanceof ApiProblem)) return null
  const known: Partial<Record<number, LoadProblem>> = { 408: 'too-slow', 409: 'busy', 413: 'too-large', 429: 'busy' }
  return known[error.status] ?? 'bad-form'
}
