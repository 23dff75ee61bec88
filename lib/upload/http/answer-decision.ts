import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { answerForm, type FormPage, fieldOf, readFields } from '@/lib/desk/answer-form'
import { FormProblem } from '@/lib/desk/form-problem'
import type { Loader } from '@/lib/desk/who-may-load'
import { checkUpload } from '@/lib/upload/check-upload'
import { loadUpload, StoreMoved } from '@/lib/upload/load-upload'
import { readRecord, removeFiles, removeUpload, UPLOAD_ID, writeRecord } from '@/lib/upload/upload-folder'
import type { UploadRecord } from '@/lib/upload/upload-record'
import { readAccepted, readColumns, readSettings } from './read-settings'

/**
 * Answers `POST /api/uploads/ID`: loads the files of an upload (`do=load`), checks them again with other settings
 * (`do=check`), or forgets them (`do=forget`).
 */
export function answerDecision(request: Request, id: string): Promise<Response> {
  const isKnown = (problem: LoadProblem) => problem !== 'gone' && UPLOAD_ID.test(id)
  return answerForm(request, {
    // No Idempotency-Key has a space.
    key: `upload ${id}`,
    pathOf: (problem) => `/data/load?${isKnown(problem) ? `upload=${id}&` : ''}problem=${problem}`,
    carryOut: async (loader, page) => {
      const form = await readFields(request)
      const record = await readRecord(id)
      if (record === null || !isOf(record, loader)) throw new FormProblem('gone')
      const what = fieldOf(form, 'do')
      if (what === 'forget') {
        await removeUpload(id)
        return '/data/load'
      }
      if (record.result.state === 'checked') {
        if (what === 'check') await checkAgain(withSettings(record, form), page)
        else if (what === 'load') await load(record, form, page)
        else throw new FormProblem('bad-form')
      }
      return `/data/load?upload=${id}`
    },
  })
}

/** Returns whether somebody sent the files of an upload. */
function isOf({ by }: UploadRecord, { name }: Loader): boolean {
  return by === name
}

function withSettings(record: UploadRecord, form: FormData): UploadRecord {
  const files = record.files.map((file, index) => ({ ...file, columns: readColumns(form, index) ?? file.columns }))
  return { ...record, files, settings: readSettings(form) }
}

async function checkAgain(record: UploadRecord, { convention }: FormPage): Promise<void> {
  await writeRecord({ ...record, result: await checkUpload(record, convention) })
}

/** Loads the files. When the store moved or refuses them now, they are checked again. */
async function load(record: UploadRecord, form: FormData, page: FormPage): Promise<void> {
  const decision = readAccepted(form)
  try {
    const result = await loadUpload(record, decision)
    if (result === null) return checkAgain(record, page)
    await writeRecord({ ...record, result })
    await removeFiles(record)
  } catch (error) {
    if (!(error instanceof StoreMoved)) throw error
    await checkAgain(record, page)
    throw new FormProblem('moved')
  }
}
