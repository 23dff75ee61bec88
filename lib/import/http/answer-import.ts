import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@/lib/db/env'
import { forgetLatestVersion } from '@/lib/db/latest-version'
import { ApiProblem, onlyPost, problemResponse, unavailable } from '@/lib/http/problem'
import { importFile } from '@/lib/import/import-file'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import type { Execute } from '@/lib/import/write/load'
import { authorise } from './authorise'
import { writtenOutcome } from './outcome-schema'
import { type ImportParameters, readParameters } from './parameters'
import { isForm, unpackForm } from './read-form'
import { receiveBody } from './receive-body'
import { findAnswer, type KeptAnswer, type KeyedRequest, keepAnswer, readKey } from './replay'

/** Loads at the same time; more are refused. Each holds a file and, in its turn, the store. */
const AT_ONCE_MAX = 4
const LOADED_BY = 'IMPORT_TOKEN'
/** The status of a file with faults. */
const REFUSED = 422

const underWay = { count: 0, keys: new Set<string>() }

/**
 * Answers `POST /api/v1/imports?name=returns.csv`, whose body is the file, or a form with it: 201 with the new version, 200 when there was
 * nothing new (or in a dry run), 422 with the faults, or a problem. Without IMPORT_TOKEN it is 404.
 */
export async function answerImport(request: Request): Promise<Response> {
  try {
    const { IMPORT_TOKEN } = readEnv(process.env)
    if (IMPORT_TOKEN === undefined) throw notFound()
    authorise(request, IMPORT_TOKEN)
    const parameters = readParameters(new URL(request.url).searchParams)
    return await inTurn(readKey(request), (key) => load(request, parameters, key))
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    console.error('A file could not be loaded:', error instanceof Error ? error.message : error)
    return unavailable()
  }
}

/** Answers any other method at that address: 405, or 404 without IMPORT_TOKEN. */
export function refuseMethod(): Response {
  return takesFiles() ? onlyPost() : problemResponse(notFound())
}

/** Returns whether IMPORT_TOKEN is set, so that this server accepts files. */
export function takesFiles(): boolean {
  return readEnv(process.env).IMPORT_TOKEN !== undefined
}

function notFound(): ApiProblem {
  return new ApiProblem(404, 'There is nothing at this address.')
}

async function inTurn(key: string | null, run: (key: string | null) => Promise<Response>): Promise<Response> {
  const later = { 'retry-after': '5' }
  if (underWay.count >= AT_ONCE_MAX) {
    throw new ApiProblem(429, `${AT_ONCE_MAX} files are being loaded; try again shortly.`, [], later)
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

async function load(request: Request, parameters: ImportParameters, key: string | null): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-upload-'))
  try {
    const path = join(folder, 'body')
    const received = await receiveBody(request, path)
    const bodySha256 = isForm(request) ? await unpackForm(request, path) : received
    const sha256 = createHash('sha256')
      .update(JSON.stringify([parameters, bodySha256]))
      .digest('hex')
    const keyed = key === null ? null : { key, sha256 }
    const before = keyed === null ? null : await findAnswer(keyed)
    if (before !== null) return respond(before, { 'idempotent-replayed': 'true' })
    const answer = await loadFile(path, parameters, keyed)
    // A refused file may be corrected and sent again with its key.
    if (keyed !== null && answer.status < REFUSED) await keepAnswer(keyed, answer)
    return respond(answer)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function loadFile(
  path: string,
  { as: kind, unit: given, ...settings }: ImportParameters,
  keyed: KeyedRequest | null,
): Promise<KeptAnswer> {
  const [as, unit] = [kind ?? null, given ?? null]
  const beforeCommit = async (execute: Execute, outcome: ImportOutcome) => {
    if (keyed !== null) await keepAnswer(keyed, answerOf(outcome), execute)
  }
  const loading = importFile({ ...settings, as, unit, path, loadedBy: LOADED_BY, beforeCommit })
  // Also after an error: the load may have been committed before the answer was lost.
  return answerOf(await loading.finally(forgetLatestVersion))
}

function answerOf(outcome: ImportOutcome): KeptAnswer {
  const body = writtenOutcome(outcome)
  if (body.faultCount > 0) return { status: REFUSED, body }
  return { status: body.version === null ? 200 : 201, body }
}

function respond({ status, body }: KeptAnswer, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
