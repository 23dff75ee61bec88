import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { forgetLatestVersion } from '@/lib/db/latest-version'
import { importFile } from '@/lib/import/import-file'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import type { Execute } from '@/lib/import/write/load'
import { inTemporaryFolder } from '@/lib/process/temporary-folder'
import { answerWithToken, CHANGED_BY } from './answer-with-token'
import { importOutcomeSchema, type WrittenOutcome, writtenOutcome } from './outcome-schema'
import { type ImportParameters, readParameters } from './parameters'
import { isForm, unpackForm } from './read-form'
import { receiveBody } from './receive-body'
import { findAnswer, type KeptAnswer, type KeyedRequest, keepAnswer, respond } from './replay'

/** The status of a file with faults, or with findings that nobody accepted. */
const REFUSED = 422

/**
 * Answers `POST /api/v1/imports?name=returns.csv`, whose body is the file, or a form with it: 201 with the new version,
 * 200 when there was nothing new (or in a dry run), 422 with the faults or the findings that hold it, or a problem.
 * Without IMPORT_TOKEN it is 404.
 */
export function answerImport(request: Request): Promise<Response> {
  return answerWithToken(request, (key) => load(request, readParameters(new URL(request.url).searchParams), key))
}

function load(request: Request, parameters: ImportParameters, key: string | null): Promise<Response> {
  return inTemporaryFolder('upload', async (folder) => {
    const path = join(folder, 'body')
    const received = await receiveBody(request, path)
    const bodySha256 = isForm(request) ? await unpackForm(request, path) : received
    const sha256 = createHash('sha256')
      .update(JSON.stringify([parameters, bodySha256]))
      .digest('hex')
    const keyed = key === null ? null : { key, sha256 }
    const before = keyed === null ? null : await findAnswer(keyed, importOutcomeSchema)
    if (before !== null) return respond(before, { 'idempotent-replayed': 'true' })
    const answer = await loadFile(path, parameters, keyed)
    // A refused file may be corrected and sent again with its key.
    if (keyed !== null && answer.status < REFUSED) await keepAnswer(keyed, answer)
    return respond(answer)
  })
}

async function loadFile(
  path: string,
  { as: kind, unit: given, accept = [], ...settings }: ImportParameters,
  keyed: KeyedRequest | null,
): Promise<KeptAnswer<WrittenOutcome>> {
  const [as, unit] = [kind ?? null, given ?? null]
  const beforeCommit = async (execute: Execute, outcome: ImportOutcome) => {
    if (keyed !== null) await keepAnswer(keyed, answerOf(outcome), execute)
  }
  const loading = importFile({ ...settings, as, unit, accept, path, loadedBy: CHANGED_BY, beforeCommit })
  // Also after an error: the load may have been committed before the answer was lost.
  return answerOf(await loading.finally(forgetLatestVersion))
}

function answerOf(outcome: ImportOutcome): KeptAnswer<WrittenOutcome> {
  const body = writtenOutcome(outcome)
  if (body.faultCount > 0 || body.holds.length > 0) return { status: REFUSED, body }
  return { status: body.version === null ? 200 : 201, body }
}
