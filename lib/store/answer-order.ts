/** Answers requests that carry an order in JSON: a withdrawal, a rename or a publication. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { TokenScope } from '@/lib/access/reader'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { ApiProblem, badRequest } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { answerWithToken } from '@/lib/import/http/answer-with-token'
import { findAnswer, type KeptAnswer, keepAnswer, respond } from '@/lib/import/http/replay'
import type { Execute } from '@/lib/import/write/load'

const BYTES_MAX = 64 * 1024

/** Stores the answer of a request in the transaction that changes the store. */
type KeepOutcome<Outcome> = (execute: Execute, outcome: Outcome) => Promise<void>

interface Change<Outcome> {
  /** Who asked for it, as the list of data versions shows it. */
  loadedBy: string
  beforeCommit: KeepOutcome<Outcome>
}

interface Orders<Order, Outcome extends { version: number | null }> {
  /** The last part of the address, which also tells equal bodies of two addresses apart. */
  name: string
  order: z.ZodType<Order>
  /** An order as a reader would send it, for the text of a refusal. */
  example: string
  outcome: z.ZodType<Outcome>
  /** What a token must be made for; loading data when not given. */
  scope?: TokenScope
  /** Returns why an order cannot be carried out on any store; null when it can. */
  faultOf: (order: Order) => string | null
  /** Carries out the order. Throws an error for which `isRefusal` is true when this store cannot. */
  carryOut: (order: Order, change: Change<Outcome>) => Promise<Outcome>
  isRefusal: (error: unknown) => error is Error
}

/**
 * Answers `POST` of an order: 201 with the version of what was written, 200 in a dry run or when there was nothing to do, or a problem. A
 * request with a known Idempotency-Key has the answer that was kept. Without IMPORT_TOKEN it is 404.
 */
export function answerOrder<Order, Outcome extends { version: number | null }>(
  request: Request,
  orders: Orders<Order, Outcome>,
): Promise<Response> {
  const run = async (key: string | null, loadedBy: string) => {
    const body = await readBody(request, { what: 'the order', bytesMax: BYTES_MAX })
    const order = parseOrder(body.toString(), orders)
    const keyed = key === null ? null : { key, sha256: sha256Of([orders.name, order]) }
    const before = keyed === null ? null : await findAnswer(keyed, orders.outcome)
    if (before !== null) return respond(before, { 'idempotent-replayed': 'true' })
    const beforeCommit: KeepOutcome<Outcome> = async (execute, outcome) => {
      if (keyed !== null) await keepAnswer(keyed, answerOf(outcome), execute)
    }
    const answer = await carryOut(order, orders, { loadedBy, beforeCommit })
    if (keyed !== null) await keepAnswer(keyed, answer)
    return respond(answer)
  }
  return answerWithToken(request, run, orders.scope)
}

function sha256Of(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex')
}

/** Parses the body. Throws an ApiProblem that names each wrong field. */
function parseOrder<Order, Outcome extends { version: number | null }>(
  text: string,
  { order, example, faultOf }: Orders<Order, Outcome>,
): Order {
  const { data, error } = order.safeParse(parseJson(text, example))
  if (data === undefined) {
    throw badRequest(
      (error?.issues ?? []).map(({ path, message }) => {
        const parameter = path.join('.') || 'body'
        return { parameter, value: null, message: `${parameter}: ${message}.` }
      }),
    )
  }
  const fault = faultOf(data)
  if (fault !== null) throw badRequest([{ parameter: 'body', value: null, message: fault }])
  return data
}

function parseJson(text: string, example: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiProblem(400, `Send a JSON object, such as ${example}.`)
  }
}

async function carryOut<Order, Outcome extends { version: number | null }>(
  order: Order,
  { carryOut: run, isRefusal }: Orders<Order, Outcome>,
  change: Change<Outcome>,
): Promise<KeptAnswer<Outcome>> {
  try {
    return answerOf(await run(order, change))
  } catch (error) {
    if (isRefusal(error)) throw new ApiProblem(422, error.message)
    throw error
  } finally {
    // Also after an error: the change may have been committed before the answer was lost.
    forgetLatestVersion()
  }
}

function answerOf<Outcome extends { version: number | null }>(outcome: Outcome): KeptAnswer<Outcome> {
  return { status: outcome.version === null ? 200 : 201, body: outcome }
}
