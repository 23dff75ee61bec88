import { Refusal } from '@/lib/server/refusal'
import { ProgramFailure } from '@/lib/server/run-program'

/** What to print for an error that ends the start: a sentence with the remedy where one is known, else all there is. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Refusal) return error.message
  const known = explainSystemError(error)
  if (known) return known
  return error instanceof ProgramFailure ? error.message : (error.stack ?? error.message)
}

/** A full disk and a missing permission can show anywhere: in Node's own errors and in what a program said. */
function explainSystemError(error: Error): string | null {
  const { code, path }: NodeJS.ErrnoException = error
  const where = path ? ` (${path})` : ''
  if (code === 'ENOSPC' || code === '53100' || /ENOSPC|No space left on device/.test(error.message)) {
    return `The disk is full${where}: free some space and start again. Nothing that was loaded is lost.`
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This account may not write${where}: give it the right, or set DATA_DIR to a folder of its own.`
  }
  return null
}
