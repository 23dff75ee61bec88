import { isJson, parseCatalogue } from '@/lib/import/layout/parse-catalogue'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { type FileContent, type FileSettings, readFileContent } from './read-file'
import { readInChild } from './read-in-child'

/** Largest file that the process of the web server parses itself. */
const SMALL_BYTES = 1_000_000

/** Reads a catalogue in JSON or a small plain CSV in this process, any other file in a child process. */
export async function readContent(
  bytes: Uint8Array,
  settings: FileSettings,
  faults: FaultLog,
): Promise<FileContent | null> {
  if (isJson(bytes)) {
    faults.isOfCatalogue = true
    const catalogue = parseCatalogue(bytes, faults)
    return catalogue === null ? null : { type: 'catalogue', catalogue }
  }
  if (plainKindOf(bytes) !== null && bytes.length <= SMALL_BYTES) return readFileContent(bytes, settings, faults)
  return readInChild({ name: faults.file, bytes, settings }, faults)
}
