import type { z } from 'zod'
import { type CatalogueFile, catalogueSchema } from '@/lib/import/catalogue-schema'
import { decodeUtf8 } from '@/lib/import/decode-utf8'
import type { FaultLog } from '@/lib/import/fault'

/** Reads a catalogue from the bytes of a JSON file. null when a field is wrong; then the log names its path. */
export function parseCatalogue(bytes: Uint8Array, faults: FaultLog): CatalogueFile | null {
  const text = decodeUtf8(bytes, faults)
  if (text === null) return null
  if (text.trim() === '') {
    faults.add({ rule: 'empty-file', remedy: 'Write the catalogue as JSON.' })
    return null
  }
  const json = parseJson(text, faults)
  return json === null ? null : checkFields(json.content, faults)
}

/** In a box, since the content itself may be null. */
function parseJson(text: string, faults: FaultLog): { content: unknown } | null {
  try {
    return { content: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    faults.add({ rule: 'malformed-json', remedy: `${error.message}.` })
    return null
  }
}

function checkFields(content: unknown, faults: FaultLog): CatalogueFile | null {
  const { data, error } = catalogueSchema.safeParse(content, { reportInput: true })
  if (data) return data
  for (const { path, input, message } of error.issues) {
    const value = input === undefined ? null : JSON.stringify(input)
    faults.add({ column: pathOf(path), value, rule: 'catalogue-field', remedy: `${message}.` })
  }
  return null
}

/** ["factors", 3, "inception"] → "factors[3].inception" */
function pathOf(path: z.core.$ZodIssue['path']): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}
