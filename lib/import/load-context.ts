import type { Client } from 'pg'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { OnProgress } from '@/lib/import/parse/progress'
import type { FileContent, FileSettings } from '@/lib/import/parse/read-file'
import type { LoadSource } from '@/lib/import/write/load'

/** A load of one or several files, in its transaction. */
export interface LoadContext {
  client: Client
  /** How the files are declared, and the day of the load. */
  declared: Omit<FileSettings, 'catalogue' | 'columns'>
  dryRun: boolean
  onProgress: OnProgress
}

/** A file of a load. */
export interface LoadFile {
  source: LoadSource
  faults: FaultLog
  /** What was read of it; null when it is not read yet, or cannot be. */
  content: FileContent | null
}
