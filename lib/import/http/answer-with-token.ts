/** The common part of addresses that change the store: the token, one turn a request, and the answers of errors. */
import { actingAs, actorOf, clientAddress } from '@/lib/access/audit/actor'
import type { TokenScope } from '@/lib/access/reader'
import { readEnv } from '@/lib/db/env'
import { ApiProblem, NOTHING_HERE, onlyPost, problemResponse, unavailable } from '@/lib/http/problem'
import { logWarning } from '@/lib/log/log'
import { authorise } from './authorise'
import { readKey } from './replay'

/** Requests at the same time; more are refused. Each holds its body and, in its turn, the store. */
const AT_ONCE_MAX = 4

const underWay = { count: 0, keys: new Set<string>() }

/** Runs a change: receives the Idempotency-Key of the request, and who asks, as the list of data versions shows it. */
type Change = (key: string | null, changedBy: string) => Promise<Response>

/**
 * Answers a request that carries IMPORT_TOKEN, or a token of an account made for this scope. Without either it is 404. A
 * problem that `run` throws is the answer. With accounts, an answer to IMPORT_TOKEN says that it is old.
 */
export async function answerWithToken(request: Request, run: Change, scope: TokenScope = 'import'): Promise<Response> {
  try {
    if (!takesFiles()) throw notFound()
    const reader = await authorise(request, scope)
    const actor = actorOf(reader, clientAddress(request.headers))
    const answer = await actingAs(actor, () => inTurn(readKey(request), (key) => run(key, reader.name)))
    if (reader.id === null) sayOld(answer)
    return answer
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    logWarning('The store could not be changed', error)
    return unavailable()
  }
}

/** The day since which tokens of accounts replace IMPORT_TOKEN, in seconds since 1970 (RFC 9745). */
const OLD_SINCE = '@1796083200'

/** Without accounts there is no other token, so IMPORT_TOKEN is not old. */
function sayOld({ headers }: Response): void {
  if (readEnv(process.env).AUTH === 'off') return
  headers.set('deprecation', OLD_SINCE)
  headers.set('warning', '299 - "IMPORT_TOKEN is deprecated: make a token at /account"')
}

/** Answers any other method at such an address: 405, or 404 where nothing takes files. */
export function refuseMethod(): Response {
  return takesFiles() ? onlyPost() : problemResponse(notFound())
}

/** Returns whether this server accepts files and withdrawals: IMPORT_TOKEN is set, or accounts may make tokens. */
export function takesFiles(): boolean {
  const { IMPORT_TOKEN, AUTH } = readEnv(process.env)
  return IMPORT_TOKEN !== undefined || AUTH !== 'off'
}

function notFound(): ApiProblem {
  return new ApiProblem(404, NOTHING_HERE)
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
