import { EnvironmentError } from '@/lib/db/env'
import { StoreError } from '@/lib/db/store-error'
import { TemporaryFolderError } from '@/lib/process/temporary-folder'
import { PublisherError } from '@/lib/publisher/read-publisher'
import { Refusal } from './refusal'
import { ProgramFailure } from './run-program'

const DISK_FULL = 'The disk is full: free some space and start again; nothing that had been loaded is lost'

/** Errors whose message is a sentence with the remedy. */
const KNOWN = [Refusal, EnvironmentError, PublisherError, StoreError, TemporaryFolderError]

/** Returns the message for an error that ends the start: a sentence with the remedy when known, otherwise the stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (KNOWN.some((kind) => error instanceof kind)) return error.message
  const known = explainSystemError(error)
  if (known) return known
  return error instanceof ProgramFailure ? error.message : (error.stack ?? error.message)
}

/** Explains from its log why a database ended by itself. */
export function explainDeath(log: string, folder: string): string {
  if (saysDiskIsFull(log)) return `${DISK_FULL} (${folder}).`
  return `The database ended by itself: see postgres.log in ${folder} for why, and start again.`
}

function saysDiskIsFull(text: string): boolean {
  return /ENOSPC|No space left on device|Check free disk space/.test(text)
}

/** Explains a full disk or a missing permission, which can appear in errors of Node or in the output of a program. */
function explainSystemError(error: Error): string | null {
  const { code, path }: NodeJS.ErrnoException = error
  const where = path ? ` (${path})` : ''
  if (code === 'ENOSPC' || code === '53100' || saysDiskIsFull(error.message)) return `${DISK_FULL}${where}.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This account may not write${where}: give it the right, or set DATA_DIR to a folder of its own.`
  }
  return null
}
