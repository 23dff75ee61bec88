import type { FoundFault } from '@/lib/import/outcome/fault'
import type { FileSettings } from '@/lib/import/parse/read-file'

/** A file of the corpus: how it is made, and its expected faults. */
export interface BadFile {
  name: string
  bytes: () => Uint8Array
  settings?: Partial<Pick<FileSettings, 'unit' | 'as'>>
  /** Expected faults in order; sheet, row, column and value are null by default. */
  faults: Omit<FoundFault, 'remedy'>[]
}
