/** How commands that use the store end. */
import { CommanderError } from 'commander'
import { isDatabaseError } from '@/lib/import/write/database-error'

export const EXIT = { done: 0, refused: 1, badUsage: 2, databaseFailed: 3 } as const

/** Arguments that a command cannot use; the message says why, and what to write. */
export class UsageError extends Error {}

/**
 * Prints why a command ended, and returns its exit code. Throws any other error.
 * @param isRefusal whether an error says that the command cannot do what it was asked for
 */
export function exitCodeOf(error: unknown, isRefusal: (error: unknown) => boolean): number {
  // commander has printed its own errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage
  if (error instanceof Error && (error instanceof UsageError || isRefusal(error))) {
    console.error(error.message)
    return error instanceof UsageError ? EXIT.badUsage : EXIT.refused
  }
  if (isFileError(error)) {
    console.error(
      `${error.path} cannot be read or written (${error.code}). Check the name, the permissions and the free space.`,
    )
    return EXIT.badUsage
  }
  if (isDatabaseError(error)) {
    console.error(`The database failed: ${error.message.trim().split('\n').at(-1)}`)
    return EXIT.databaseFailed
  }
  throw error
}

/** Is it an error of the file system, which names its file? */
export function isFileError(error: unknown): error is NodeJS.ErrnoException & { path: string } {
  return error instanceof Error && 'syscall' in error && 'path' in error && typeof error.path === 'string'
}
