/** Answers by Idempotency-Key: kept in the store, so that a request sent again after a restart has the same one. */

import { prisma } from '@/lib/db/client'
import { ApiProblem } from '@/lib/http/problem'
import type { Execute } from '@/lib/import/write/load'
import { importOutcomeSchema, type WrittenOutcome } from './outcome-schema'

export interface KeyedRequest {
  key: string
  /** SHA-256 of all that decides the answer, hexadecimal. */
  sha256: string
}

export interface KeptAnswer {
  status: number
  body: WrittenOutcome
}

const KEY = /^[\x21-\x7e]{1,200}$/

/** The request's key; null without one. Throws an ApiProblem when it cannot be one. */
export function readKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null || KEY.test(key)) return key
  throw new ApiProblem(400, 'The Idempotency-Key must have 1 to 200 visible ASCII characters.')
}

/** The answer that the request had before; null when it is new. Throws an ApiProblem when the key was another's. */
export async function findAnswer({ key, sha256 }: KeyedRequest): Promise<KeptAnswer | null> {
  const kept = await prisma.importRequest.findUnique({ where: { idempotencyKey: key } })
  if (kept === null) return null
  if (kept.requestSha256 === sha256) return { status: kept.status, body: importOutcomeSchema.parse(kept.answer) }
  throw new ApiProblem(
    422,
    'This Idempotency-Key was used for a request with another body or other parameters; choose a new one.',
  )
}

/** Keeps an answer; the first one stays. That of a load belongs into the load's transaction: both are there, or none. */
export async function keepAnswer(
  { key, sha256 }: KeyedRequest,
  { status, body }: KeptAnswer,
  execute: Execute = (statement, parameters) => prisma.$executeRawUnsafe(statement, ...parameters),
): Promise<void> {
  await execute(KEEP, [key, sha256, status, JSON.stringify(body)])
}

const KEEP = `
  insert into import_request (idempotency_key, request_sha256, status, answer)
  values ($1, $2, $3::int, $4::jsonb)
  on conflict do nothing`
