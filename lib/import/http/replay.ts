/** Stores answers by Idempotency-Key, so that a repeated request gets the same answer even after a restart. */

import type { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { ApiProblem } from '@/lib/http/problem'
import type { Execute } from '@/lib/import/write/load'

export interface KeyedRequest {
  key: string
  /** SHA-256 of everything that determines the answer, hexadecimal. */
  sha256: string
}

export interface KeptAnswer<Body> {
  status: number
  body: Body
}

/** Answers from this status on do not use up a key; earlier versions kept them too. */
const FIRST_FAILURE = 400
const KEY = /^[\x21-\x7e]{1,200}$/

/** Returns the request's key; null without one. Throws an ApiProblem when it is not a valid key. */
export function readKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null || KEY.test(key)) return key
  throw new ApiProblem(400, 'The Idempotency-Key must have 1 to 200 visible ASCII characters.')
}

/** Returns the stored answer of a success; null for a new key. Throws an ApiProblem when the key belongs to another request. */
export async function findAnswer<Body>(
  { key, sha256 }: KeyedRequest,
  schema: z.ZodType<Body>,
): Promise<KeptAnswer<Body> | null> {
  const kept = await prisma.importRequest.findUnique({ where: { idempotencyKey: key } })
  if (kept === null || kept.status >= FIRST_FAILURE) return null
  if (kept.requestSha256 === sha256) return { status: kept.status, body: schema.parse(kept.answer) }
  throw new ApiProblem(
    422,
    'This Idempotency-Key was used for a request with another body or other parameters; choose a new one.',
  )
}

/** Returns an answer as it is sent. */
export function respond({ status, body }: KeptAnswer<unknown>, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}

/** Stores the answer of a success unless the key has one. The answer of a load is written in the load's transaction. */
export async function keepAnswer(
  { key, sha256 }: KeyedRequest,
  { status, body }: KeptAnswer<unknown>,
  execute: Execute = (statement, parameters) => prisma.$executeRawUnsafe(statement, ...parameters),
): Promise<void> {
  await execute(KEEP, [key, sha256, status, JSON.stringify(body)])
}

const KEEP = `
  insert into import_request (idempotency_key, request_sha256, status, answer)
  values ($1, $2, $3::int, $4::jsonb)
  on conflict (idempotency_key) do update
  set request_sha256 = excluded.request_sha256, status = excluded.status, answer = excluded.answer,
      answered_at = excluded.answered_at
  where import_request.status >= ${FIRST_FAILURE}`
