import { isJson, parseCatalogue } from '@/lib/import/layout/parse-catalogue'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { type FileContent, type FileSettings, readFileContent } from './read-file'
import { readInChild } from './read-in-child'

/** What a process that serves pages can read beside them. */
const SMALL_BYTES = 1_000_000

/** The catalogue as JSON and a small CSV are read here; all that a parser of archives has to touch, in a process of its own. */
export async function readContent(
  bytes: Uint8Array,
  settings: FileSettings,
  faults: FaultLog,
): Promise<FileContent | null> {
  if (isJson(bytes)) {
    const catalogue = parseCatalogue(bytes, faults)
    return catalogue === null ? null : { type: 'catalogue', catalogue }
  }
  if (plainKindOf(bytes) !== null && bytes.length <= SMALL_BYTES) return readFileContent(bytes, settings, faults)
  return readInChild({ name: faults.file, bytes, settings }, faults)
}
