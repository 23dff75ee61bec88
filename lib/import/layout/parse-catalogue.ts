import type { z } from 'zod'
import { type CatalogueFile, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { decodeText } from '@/lib/import/read/decode-text'

/** Reads a catalogue from the bytes of a JSON file. Returns null when a field is wrong; the log then names its path. */
export function parseCatalogue(bytes: Uint8Array, faults: FaultLog): CatalogueFile | null {
  const text = decodeText(bytes, faults)
  if (text === null) return null
  if (text.trim() === '') {
    faults.add({ rule: 'empty-file', remedy: 'Write the catalogue as JSON.' })
    return null
  }
  const json = parseJson(text, faults)
  return json === null ? null : checkFields(json.content, faults)
}

/** Parses JSON. Wraps the content in an object, since it may itself be null. */
function parseJson(text: string, faults: FaultLog): { content: unknown } | null {
  try {
    return { content: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    faults.add({ rule: 'malformed-json', remedy: `Correct the JSON: ${error.message}.` })
    return null
  }
}

/** Checks the content of a catalogue file of any format. Returns null when a field is wrong. */
export function checkFields(content: unknown, faults: FaultLog): CatalogueFile | null {
  const { data, error } = catalogueSchema.safeParse(content, { reportInput: true })
  if (data) return data
  for (const issue of error.issues) {
    const value = issue.input === undefined ? null : JSON.stringify(issue.input)
    const remedy = value === null ? `Add the field. ${issue.message}.` : `${issue.message}.`
    for (const path of pathsOf(issue)) faults.add({ column: writePath(path), value, rule: 'catalogue-field', remedy })
  }
  return null
}

/** Returns the paths of an issue. Zod reports unknown keys for their object; each key gets its own path. */
function pathsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
}

/** Writes a path as text: ["factors", 3, "inception"] → "factors[3].inception". */
export function writePath(path: PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return parts.join('').replace(/^\./, '')
}

/** Returns whether the text begins with a brace, as no table does. */
export function isJson(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 100)).trimStart().startsWith('{')
}
