import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { importFiles, type LoadOptions } from './import-files'

interface Parameters extends LoadOptions {
  path: string
  /** Name of the file, if it differs from that in the path. */
  name?: string
}

/** Loads one file, as `importFiles` describes. */
export async function importFile({ path, name, ...options }: Parameters): Promise<ImportOutcome> {
  const [outcome] = await importFiles([name === undefined ? { path } : { path, name }], options)
  if (outcome === undefined) throw new RangeError('A load of one file has one outcome.')
  return outcome
}
