import type { FoundFault } from '@/lib/import/outcome/fault'
import type { FileSettings } from '@/lib/import/parse/read-file'

/** A file of the corpus: how it is made, and what is to be said of it. */
export interface BadFile {
  name: string
  bytes: () => Uint8Array
  settings?: Partial<Pick<FileSettings, 'unit' | 'as'>>
  /** In their order; sheet, row, column and value are null where they are left out. */
  faults: Omit<FoundFault, 'remedy'>[]
}
