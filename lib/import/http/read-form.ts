/** Finds the files in a form, as `curl -F file=@returns.csv` sends them. */

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiProblem } from '@/lib/http/problem'
import { fileName } from './parameters'

/** Returns whether the body of a request is a form of parts. */
export function isForm({ headers }: Request): boolean {
  return /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')
}

/** A file of a form, written into a folder. */
export interface FormFile {
  path: string
  /** As the form calls it. */
  name: string
  /** Hexadecimal. */
  sha256: string
}

/**
 * Writes the files of a received form into a folder. Their checksums say whether a form is sent again: the borders of
 * parts differ each time. Throws an ApiProblem for a form without files, with fields, or with a wrong name.
 */
export async function unpackForm({ headers }: Request, path: string, folder: string): Promise<FormFile[]> {
  const form = await parseForm(await readFile(path), headers.get('content-type') ?? '')
  const parts = [...form.entries()]
  const files = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  const fields = parts.flatMap(([name, value]) => (typeof value === 'string' ? [name] : []))
  if (fields.length > 0) {
    throw new ApiProblem(
      400,
      `The form has the ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}: write parameters into the address (?name=returns.csv&unit=percent), and a file as a file part (curl -F file=@returns.csv).`,
    )
  }
  if (files.length === 0)
    throw new ApiProblem(400, 'The form has no file: send one, as with curl -F file=@returns.csv.')
  const twice = files.find(({ name }, index) => files.findIndex((other) => other.name === name) !== index)
  if (twice) throw new ApiProblem(400, `Two files of the form are named ${twice.name}: give each another name.`)
  return Promise.all(files.map((file, index) => writePart(file, join(folder, `part-${index}`))))
}

async function writePart(file: File, path: string): Promise<FormFile> {
  const { data: name, error } = fileName.safeParse(file.name)
  if (error)
    throw new ApiProblem(400, `A file of the form has the name "${file.name}": it ${error.issues[0]?.message}.`)
  if (file.size === 0) throw new ApiProblem(400, `The file ${name} of the form is empty.`)
  const bytes = Buffer.from(await file.arrayBuffer())
  await writeFile(path, bytes)
  return { path, name, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Parses the parts of a form. Throws an ApiProblem when it cannot be read. */
export async function parseForm(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new ApiProblem(400, 'The form cannot be read: send the file alone, as with curl --data-binary @returns.csv.')
  }
}
