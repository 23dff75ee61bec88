/** Finds the file in a form, as `curl -F file=@returns.csv` sends it. */

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { ApiProblem } from '@/lib/http/problem'

/** Returns whether the body of a request is a form of parts. */
export function isForm({ headers }: Request): boolean {
  return /^multipart\/form-data\b/i.test(headers.get('content-type') ?? '')
}

/**
 * Replaces a received form by the one file in it, and returns the SHA-256 of that file, hexadecimal: the borders of
 * parts differ each time a form is sent. Throws an ApiProblem for any other form.
 */
export async function unpackForm({ headers }: Request, path: string): Promise<string> {
  const form = await parse(await readFile(path), headers.get('content-type') ?? '')
  const parts = [...form.entries()]
  const files = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  const fields = parts.flatMap(([name, value]) => (typeof value === 'string' ? [name] : []))
  if (fields.length > 0) {
    throw new ApiProblem(
      400,
      `The form has the ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}: write parameters into the address (?name=returns.csv&unit=percent), and a file as a file part (curl -F file=@returns.csv).`,
    )
  }
  const [file, ...others] = files
  if (file === undefined)
    throw new ApiProblem(400, 'The form has no file: send one, as with curl -F file=@returns.csv.')
  if (others.length > 0) {
    const names = files.map(({ name }) => name).join(', ')
    throw new ApiProblem(400, `The form has ${files.length} files (${names}): send each in a request of its own.`)
  }
  if (file.size === 0) throw new ApiProblem(400, `The file ${file.name} of the form is empty.`)
  const bytes = Buffer.from(await file.arrayBuffer())
  await writeFile(path, bytes)
  return createHash('sha256').update(bytes).digest('hex')
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new ApiProblem(400, 'The form cannot be read: send the file alone, as with curl --data-binary @returns.csv.')
  }
}
