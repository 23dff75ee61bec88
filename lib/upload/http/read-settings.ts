/** Reads what a form says about files: their kind and unit, the meanings of columns, and what is accepted. */
import { z } from 'zod'
import { fieldOf } from '@/lib/desk/answer-form'
import { FormProblem } from '@/lib/desk/form-problem'
import { loadReason } from '@/lib/import/http/parameters'
import { UNITS } from '@/lib/import/layout/unit'
import { type GivenColumn, givenColumns } from '@/lib/import/outcome/given-column'
import { ACCEPTABLE, type HoldRule } from '@/lib/import/outcome/hold'
import { DECLARED } from '@/lib/import/parse/read-file'
import { LEFT_OUT } from '@/lib/upload/asked-columns'
import type { UploadRecord } from '@/lib/upload/upload-record'

const settings = z.object({
  as: z.enum(DECLARED).nullable(),
  unit: z.enum(UNITS).nullable(),
})

/** Reads the declared kind and unit. Throws a FormProblem for values that no page offers. */
export function readSettings(form: FormData): UploadRecord['settings'] {
  const { data } = settings.safeParse({ as: fieldOf(form, 'as') || null, unit: fieldOf(form, 'unit') || null })
  if (data === undefined) throw new FormProblem('bad-form')
  return data
}

/**
 * Reads the meanings of the columns of a file: pairs of fields `column-0`, the name in the file, and `as-0`, what it is
 * read as. Returns null when the form does not ask for them.
 */
export function readColumns(form: FormData, file: number): GivenColumn[] | null {
  const columns = form.getAll(`column-${file}`)
  const meanings = form.getAll(`as-${file}`)
  if (columns.length === 0) return null
  const given = columns.flatMap((column, index) => {
    const as = String(meanings[index] ?? '').trim()
    return as === '' ? [] : [{ column: String(column), as: as === LEFT_OUT ? '' : as }]
  })
  const { data } = givenColumns.safeParse(given)
  if (data === undefined || columns.length !== meanings.length) throw new FormProblem('bad-form')
  return data
}

interface Accepted {
  accept: HoldRule[]
  reason: string | null
}

/** Reads the accepted rules and the reason, which must be there when any is accepted. */
export function readAccepted(form: FormData): Accepted {
  const { data: accept } = z.array(z.enum(ACCEPTABLE)).safeParse(form.getAll('accept'))
  if (accept === undefined) throw new FormProblem('bad-form')
  const reason = fieldOf(form, 'reason')
  if (reason === '' && accept.length === 0) return { accept, reason: null }
  const { data } = loadReason.safeParse(reason)
  if (data === undefined) throw new FormProblem('no-reason')
  return { accept, reason: data }
}
