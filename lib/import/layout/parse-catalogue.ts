import type { z } from 'zod'
import { type CatalogueFile, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { decodeText } from '@/lib/import/read/decode-text'
import { describeJsonTable, isJsonLines } from './json-table'

/** Reads a catalogue from the bytes of a JSON file. Returns null when a field is wrong; the log then names its path. */
export function parseCatalogue(bytes: Uint8Array, faults: FaultLog): CatalogueFile | null {
  const text = decodeText(bytes, faults)
  if (text === null) return null
  if (text.trim() === '') {
    faults.add({ rule: 'empty-file', remedy: 'Write the catalogue as JSON.' })
    return null
  }
  const json = parseJson(text, faults)
  if (json === null) return null
  const table = describeJsonTable(json.content)
  if (table === null) return checkFields(json.content, faults)
  reportJsonTable(table, faults)
  return null
}

/** Parses JSON. Wraps the content in an object, since it may itself be null. */
function parseJson(text: string, faults: FaultLog): { content: unknown } | null {
  try {
    return { content: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (isJsonLines(text)) {
      reportJsonTable('one record on each line', faults)
      return null
    }
    faults.add({ rule: 'malformed-json', remedy: `Correct the JSON: ${error.message}.` })
    return null
  }
}

function reportJsonTable(what: string, faults: FaultLog): void {
  const remedy = `It holds ${what}; JSON is read for catalogues alone. Write the table as CSV; in pandas: to_csv("returns.csv", index=False).`
  faults.add({ rule: 'table-in-json', remedy })
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

/** Returns whether the text begins with a brace, or with a bracket before a value of JSON, as no table does. */
export function isJson(bytes: Uint8Array): boolean {
  return /^\s*(?:\{(?!\\rtf)|\[\s*(?:[[{"\]]|$))/.test(new TextDecoder().decode(bytes.subarray(0, 100)))
}
