import { Counter, Histogram } from 'prom-client'
import { registry } from './registry'
import type { RequestKind } from './request-kind'

/** From a kept picture to a PDF that is made anew. */
const BOUNDS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const answers = new Counter({
  name: 'factor_weekly_answers_total',
  help: 'Answers by kind of address and status; 499: the client went away before.',
  labelNames: ['kind', 'status'],
  registers: [registry],
})

const durations = new Histogram({
  name: 'factor_weekly_request_duration_seconds',
  help: 'Time from the head of a request to the end of its answer, waiting included.',
  labelNames: ['kind'],
  buckets: BOUNDS_S,
  registers: [registry],
})

/** Counts an answer. @param status 499 when the client went away before its end */
export function countAnswer(kind: RequestKind, status: number, seconds: number): void {
  answers.inc({ kind, status })
  durations.observe({ kind }, seconds)
}
