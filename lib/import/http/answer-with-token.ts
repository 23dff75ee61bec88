/** The common part of addresses that change the store: the token, one turn a request, and the answers of errors. */
import { readEnv } from '@/lib/db/env'
import { ApiProblem, onlyPost, problemResponse, unavailable } from '@/lib/http/problem'
import { logWarning } from '@/lib/log/log'
import { authorise } from './authorise'
import { readKey } from './replay'

/** Requests at the same time; more are refused. Each holds its body and, in its turn, the store. */
const AT_ONCE_MAX = 4

/** Who changes the store, as the list of data versions shows it. */
export const CHANGED_BY = 'IMPORT_TOKEN'

const underWay = { count: 0, keys: new Set<string>() }

/**
 * Answers a request that carries the token; `run` receives its Idempotency-Key. Without IMPORT_TOKEN it is 404. A
 * problem that `run` throws is the answer.
 */
export async function answerWithToken(
  request: Request,
  run: (key: string | null) => Promise<Response>,
): Promise<Response> {
  try {
    const { IMPORT_TOKEN } = readEnv(process.env)
    if (IMPORT_TOKEN === undefined) throw notFound()
    authorise(request, IMPORT_TOKEN)
    return await inTurn(readKey(request), run)
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    logWarning('The store could not be changed', error)
    return unavailable()
  }
}

/** Answers any other method at such an address: 405, or 404 without IMPORT_TOKEN. */
export function refuseMethod(): Response {
  return takesFiles() ? onlyPost() : problemResponse(notFound())
}

/** Returns whether IMPORT_TOKEN is set, so that this server accepts files and withdrawals. */
export function takesFiles(): boolean {
  return readEnv(process.env).IMPORT_TOKEN !== undefined
}

function notFound(): ApiProblem {
  return new ApiProblem(404, 'There is nothing at this address.')
}

/**
 * Runs a request that changes the store, if fewer than AT_ONCE_MAX are under way and none of them has its Idempotency-Key;
 * otherwise throws an ApiProblem.
 */
export async function inTurn<Result>(
  key: string | null,
  run: (key: string | null) => Promise<Result>,
): Promise<Result> {
  const later = { 'retry-after': '5' }
  if (underWay.count >= AT_ONCE_MAX) {
    throw new ApiProblem(429, `${AT_ONCE_MAX} requests are changing the store; try again shortly.`, [], later)
  }
  if (key !== null && underWay.keys.has(key)) {
    throw new ApiProblem(409, 'A request with this Idempotency-Key is in progress; try again shortly.', [], later)
  }
  underWay.count += 1
  if (key !== null) underWay.keys.add(key)
  try {
    return await run(key)
  } finally {
    underWay.count -= 1
    if (key !== null) underWay.keys.delete(key)
  }
}
