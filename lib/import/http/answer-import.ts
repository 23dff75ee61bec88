import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { ApiProblem, badRequest } from '@/lib/http/problem'
import { importFiles } from '@/lib/import/import-files'
import { type ImportOutcome, isRefused } from '@/lib/import/outcome/import-outcome'
import type { Execute } from '@/lib/import/write/load'
import { inTemporaryFolder } from '@/lib/process/temporary-folder'
import { answerWithToken } from './answer-with-token'
import { type ImportAnswer, importAnswerSchema, writtenOutcome } from './outcome-schema'
import { type ImportParameters, readParameters } from './parameters'
import { type FormFile, isForm, unpackForm } from './read-form'
import { receiveBody } from './receive-body'
import { findAnswer, type KeptAnswer, type KeyedRequest, keepAnswer, respond } from './replay'

/** The status of a file with faults, or with findings that nobody accepted. */
const REFUSED = 422

/**
 * Answers `POST /api/v1/imports?name=returns.csv`, whose body is the file, or a form with one or more files, which are one
 * load: 201 with the new version, 200 when there was nothing new (or in a dry run), 422 with the faults or the findings
 * that hold it, or a problem. The answer to a form of several files is a list. Without IMPORT_TOKEN it is 404.
 */
export function answerImport(request: Request): Promise<Response> {
  return answerWithToken(request, (key, changedBy) => {
    const parameters = readParameters(new URL(request.url).searchParams)
    return load(request, parameters, { key, changedBy })
  })
}

/** The Idempotency-Key of a request, and who sends it. */
interface Asked {
  key: string | null
  changedBy: string
}

function load(request: Request, parameters: ImportParameters, { key, changedBy }: Asked): Promise<Response> {
  return inTemporaryFolder('upload', async (folder) => {
    const files = await receiveFiles(request, parameters.name, folder)
    const contents = parameters.name === undefined ? files.map(({ name, sha256 }) => [name, sha256]) : files[0]?.sha256
    const sha256 = createHash('sha256')
      .update(JSON.stringify([parameters, contents]))
      .digest('hex')
    const keyed = key === null ? null : { key, sha256 }
    const before = keyed === null ? null : await findAnswer(keyed, importAnswerSchema)
    if (before !== null) return respond(before, { 'idempotent-replayed': 'true' })
    const answer = await loadFiles(files, { ...parameters, loadedBy: changedBy }, keyed)
    // A refused file may be corrected and sent again with its key.
    if (keyed !== null && answer.status < REFUSED) await keepAnswer(keyed, answer)
    return respond(answer)
  })
}

/** Receives the files of a request into a folder. Throws an ApiProblem when the address and the body do not fit. */
async function receiveFiles(request: Request, name: string | undefined, folder: string): Promise<FormFile[]> {
  if (name === undefined && !isForm(request)) {
    throw badRequest([{ parameter: 'name', value: null, message: 'name: must be the name of the file in the body.' }])
  }
  const path = join(folder, 'body')
  const sha256 = await receiveBody(request, path)
  if (!isForm(request)) return [{ path, sha256, name: name ?? '' }]
  const files = await unpackForm(request, path, folder)
  if (name === undefined) return files
  if (files.length > 1) {
    throw new ApiProblem(
      400,
      `The form has ${files.length} files, which have their own names: leave ?name=${name} out.`,
    )
  }
  return files.map((file) => ({ ...file, name }))
}

async function loadFiles(
  files: FormFile[],
  { as: kind, unit: given, accept = [], reason: why, name: _, ...settings }: ImportParameters & { loadedBy: string },
  keyed: KeyedRequest | null,
): Promise<KeptAnswer<ImportAnswer>> {
  const [as, unit, reason] = [kind ?? null, given ?? null, why ?? null]
  const answer = (outcomes: ImportOutcome[]) => answerOf(outcomes, files.length)
  const beforeCommit = async (execute: Execute, outcomes: ImportOutcome[]) => {
    if (keyed !== null) await keepAnswer(keyed, answer(outcomes), execute)
  }
  const loading = importFiles(files, { ...settings, as, unit, accept, reason, beforeCommit })
  // Also after an error: the load may have been committed before the answer was lost.
  return answer(await loading.finally(forgetLatestVersion))
}

function answerOf(outcomes: ImportOutcome[], files: number): KeptAnswer<ImportAnswer> {
  const written = outcomes.map(writtenOutcome)
  const [only] = written
  const body = files === 1 && only !== undefined ? only : written
  if (outcomes.some(isRefused)) return { status: REFUSED, body }
  return { status: outcomes.every(({ version }) => version === null) ? 200 : 201, body }
}
