/** The command that gives a series another code. */
import { userInfo } from 'node:os'
import { Command, CommanderError } from 'commander'
import { prisma } from '@/lib/db/client'
import { isDatabaseError } from '@/lib/import/write/database-error'
import { describeRename } from '@/lib/store/rename/describe-rename'
import { RenameRefusal, rename } from '@/lib/store/rename/rename'
import { faultOf, type RenameOrder, renameOrder } from '@/lib/store/rename/rename-order'

interface Options {
  series: string
  to: string
  reason?: string
  write?: boolean
  json?: boolean
}

class UsageError extends Error {}

const EXIT = { done: 0, refused: 1, badUsage: 2, databaseFailed: 3 } as const

/**
 * Renames a factor or portfolio with its whole history; without --write it only shows what would change.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 refused, 2 bad usage, 3 the database failed
 */
export async function runRenameCli(argv: string[]): Promise<number> {
  try {
    const { write = false, json = false, ...parts } = parseArguments(argv)
    const outcome = await rename(orderOf(parts), { loadedBy: userInfo().username, dryRun: !write })
    console.log(json ? JSON.stringify(outcome, null, 2) : describeRename(outcome))
    return EXIT.done
  } catch (error) {
    return exitCodeOf(error)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run rename --')
    .description('Give a factor or portfolio another code, with its whole history: old addresses lead to the new one.')
    .requiredOption('--series <code>', 'the code of the series')
    .requiredOption('--to <code>', 'its new code')
    .option('--reason <text>', 'why, which the list of data versions will show')
    .option('--write', 'rename it; without it nothing is written')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

function orderOf(parts: Omit<Options, 'write' | 'json'>): RenameOrder {
  const { data, error } = renameOrder.safeParse(parts)
  if (data === undefined)
    throw new UsageError(error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
  const fault = faultOf(data)
  if (fault !== null) throw new UsageError(`${fault} See --help.`)
  return data
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage
  if (error instanceof UsageError || error instanceof RenameRefusal) {
    console.error(error.message)
    return error instanceof UsageError ? EXIT.badUsage : EXIT.refused
  }
  if (isDatabaseError(error)) {
    console.error(`The database failed: ${error.message.trim().split('\n').at(-1)}`)
    return EXIT.databaseFailed
  }
  throw error
}
