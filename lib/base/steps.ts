import { setImmediate as nextTurn } from 'node:timers/promises'

/** A long computation that pauses between its steps. */
export type Steps<Result> = Generator<undefined, Result>

/** Returns the result of all steps without a pause. */
export function allAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Returns the result of all steps; between them the process answers other requests. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await nextTurn()
  }
}
