import { z } from 'zod'

/** What can go wrong with any form. */
export const COMMON_PROBLEMS = ['bad-form', 'busy', 'failed'] as const

/** What can go wrong with a form of the page, besides the faults of its files. */
const LOAD_PROBLEMS = [
  ...COMMON_PROBLEMS,
  'too-large',
  'too-slow',
  'no-file',
  'same-name',
  'bad-name',
  'gone',
  'moved',
  'no-reason',
] as const

export type LoadProblem = (typeof LOAD_PROBLEMS)[number]

const problem = z.enum(LOAD_PROBLEMS).optional()

/** Parameters of the page that loads files. */
export const loadParameters = z.object({
  /** The kept upload that is shown. */
  upload: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'not the name of an upload')
    .optional(),
  problem,
})

/** Parameters of the page that takes a version back. */
export const withdrawalParameters = z.object({ problem })
