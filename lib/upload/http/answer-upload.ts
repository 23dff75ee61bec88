import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerForm } from '@/lib/desk/answer-form'
import { FormProblem } from '@/lib/desk/form-problem'
import { fileName } from '@/lib/import/http/parameters'
import { isForm, parseForm } from '@/lib/import/http/read-form'
import { receiveBody } from '@/lib/import/http/receive-body'
import { checkUpload, type Received } from '@/lib/upload/check-upload'
import { filePath, inNewFolder, writeRecord } from '@/lib/upload/upload-folder'
import type { UploadedFile, UploadRecord } from '@/lib/upload/upload-record'
import { readSettings } from './read-settings'

/** As many files as one load may have. */
const FILES_MAX = 50

/** Answers `POST /api/uploads`: keeps the files of a form, checks them, and leads to the page that shows the result. */
export function answerUpload(request: Request): Promise<Response> {
  return answerForm(request, {
    key: null,
    pathOf: (problem) => `/data/load?problem=${problem}`,
    carryOut: async ({ name }, { convention }) => {
      const upload = await receive(request, name)
      const record: UploadRecord = { ...upload, result: await checkUpload(upload, convention) }
      await writeRecord(record)
      return `/data/load?upload=${record.id}`
    },
  })
}

/** Streams the form into a folder of its own, and takes its files apart there. */
function receive(request: Request, by: string): Promise<Received> {
  if (!isForm(request)) throw new FormProblem('bad-form')
  return inNewFolder(async (id, folder) => {
    const body = join(folder, 'body')
    await receiveBody(request, body)
    const form = await parseForm(await readFile(body), request.headers.get('content-type') ?? '')
    await rm(body)
    const files = namedFiles(form)
    const kept: UploadedFile[] = []
    for (const [index, file] of files.entries()) kept.push(await keepFile(file, filePath(id, index)))
    return { id, by, keptAt: new Date().toISOString(), files: kept, settings: readSettings(form) }
  })
}

/** Returns the files of a form; a field for which none was chosen has a part without name and bytes. */
function namedFiles(form: FormData): File[] {
  const parts = [...form.values()].filter((value): value is File => typeof value !== 'string')
  const files = parts.filter(({ name, size }) => name !== '' || size > 0)
  const names = files.map(({ name }) => name)
  if (files.length === 0) throw new FormProblem('no-file')
  if (files.length > FILES_MAX) throw new FormProblem('bad-form')
  if (names.some((name) => !fileName.safeParse(name).success)) throw new FormProblem('bad-name')
  if (new Set(names).size < names.length) throw new FormProblem('same-name')
  return files
}

async function keepFile(file: File, path: string): Promise<UploadedFile> {
  const bytes = Buffer.from(await file.arrayBuffer())
  await writeFile(path, bytes, { mode: 0o600 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: file.name, sha256, bytes: bytes.length, columns: null }
}
