import { createHash } from 'node:crypto'
import { forgetLatestVersion } from '@/lib/db/latest-version'
import { ApiProblem, badRequest } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { answerWithToken, CHANGED_BY } from '@/lib/import/http/answer-with-token'
import { findAnswer, type KeptAnswer, type KeyedRequest, keepAnswer, respond } from '@/lib/import/http/replay'
import type { Execute } from '@/lib/import/write/load'
import { WithdrawalRefusal } from './open-withdrawal'
import { withdraw } from './withdraw'
import { faultOf } from './withdrawal-order'
import { type WithdrawalOutcome, withdrawalOutcome } from './withdrawal-outcome'
import { type WithdrawalRequest, withdrawalRequest } from './withdrawal-request'

const BYTES_MAX = 64 * 1024

/**
 * Answers `POST /api/v1/withdrawals`, whose body is an order in JSON: 201 with the new version, 200 in a dry run (the
 * default) or when there is no row to withdraw, or a problem. Without IMPORT_TOKEN it is 404.
 */
export function answerWithdrawal(request: Request): Promise<Response> {
  return answerWithToken(request, async (key) => {
    const body = await readBody(request, { what: 'the withdrawal', bytesMax: BYTES_MAX })
    const order = parseRequest(body.toString())
    const keyed = key === null ? null : { key, sha256: sha256Of(['withdrawals', order]) }
    const before = keyed === null ? null : await findAnswer(keyed, withdrawalOutcome)
    if (before !== null) return respond(before, { 'idempotent-replayed': 'true' })
    const answer = await carryOut(order, keyed)
    if (keyed !== null) await keepAnswer(keyed, answer)
    return respond(answer)
  })
}

function sha256Of(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex')
}

/** Parses the body. Throws an ApiProblem that names each wrong field. */
function parseRequest(text: string): WithdrawalRequest {
  const { data, error } = withdrawalRequest.safeParse(parseJson(text))
  if (data === undefined) {
    throw badRequest(
      error.issues.map(({ path, message }) => {
        const parameter = path.join('.') || 'body'
        return { parameter, value: null, message: `${parameter}: ${message}.` }
      }),
    )
  }
  const fault = faultOf(data)
  if (fault !== null) throw badRequest([{ parameter: 'body', value: null, message: fault }])
  return data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem(400, 'Send the withdrawal as a JSON object, such as {"version": 4}.')
  }
}

async function carryOut(
  { dryRun, ...order }: WithdrawalRequest,
  keyed: KeyedRequest | null,
): Promise<KeptAnswer<WithdrawalOutcome>> {
  const beforeCommit = async (execute: Execute, outcome: WithdrawalOutcome) => {
    if (keyed !== null) await keepAnswer(keyed, answerOf(outcome), execute)
  }
  try {
    return answerOf(await withdraw(order, { loadedBy: CHANGED_BY, dryRun, beforeCommit }))
  } catch (error) {
    if (error instanceof WithdrawalRefusal) throw new ApiProblem(422, error.message)
    throw error
  } finally {
    // Also after an error: the withdrawal may have been committed before the answer was lost.
    forgetLatestVersion()
  }
}

function answerOf(outcome: WithdrawalOutcome): KeptAnswer<WithdrawalOutcome> {
  return { status: outcome.version === null ? 200 : 201, body: outcome }
}
