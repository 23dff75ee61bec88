import { z } from 'zod'
import { COMMON_PROBLEMS } from './load-parameters'

/** Why this store cannot carry out an order about a week. */
const PUBLISH_REFUSALS = [
  'no-week',
  'idle-waiver',
  'same',
  'no-reason',
  'gate',
  'review',
  'nothing-to-withdraw',
  'withdrawn',
  'meanwhile',
] as const

/** What can go wrong with a form that publishes. */
const PUBLISH_PROBLEMS = [...PUBLISH_REFUSALS, ...COMMON_PROBLEMS, 'not-publisher'] as const

export type PublishRefusalCode = (typeof PUBLISH_REFUSALS)[number]
export type PublishProblem = (typeof PUBLISH_PROBLEMS)[number]

/** Parameters of the page of the editions of a week. */
export const editionParameters = z.object({
  problem: z.enum(PUBLISH_PROBLEMS).optional(),
  /** What a form has just done. */
  done: z.enum(['publish', 'review', 'withdraw']).optional(),
})
