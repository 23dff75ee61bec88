import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { importFile } from './import-file'

interface Parameters {
  path: string
  /** Whether the file holds synthetic demo data; the product then marks its figures as such. */
  isDemo?: boolean
}

/** Loads a catalogue from a JSON file, as `importFiles` describes. */
export function importCatalogue({ path, isDemo = false }: Parameters): Promise<ImportOutcome> {
  return importFile({ path, isDemo })
}
