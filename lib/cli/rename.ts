/** The command that gives a series another code. */
import { userInfo } from 'node:os'
import { Command } from 'commander'
import { prisma } from '@/lib/db/client'
import { describeRename } from '@/lib/store/rename/describe-rename'
import { RenameRefusal, rename } from '@/lib/store/rename/rename'
import { faultOf, renameOrder } from '@/lib/store/rename/rename-order'
import { EXIT, exitCodeOf } from './exit-code'
import { parseOrder } from './parse-order'

interface Options {
  series: string
  to: string
  reason?: string
  write?: boolean
  json?: boolean
}

/**
 * Renames a factor or portfolio with its whole history; without --write it only shows what would change.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 refused, 2 bad usage, 3 the database failed
 */
export async function runRenameCli(argv: string[]): Promise<number> {
  try {
    const { write = false, json = false, ...parts } = parseArguments(argv)
    const outcome = await rename(parseOrder(renameOrder, parts, faultOf), {
      loadedBy: userInfo().username,
      dryRun: !write,
    })
    console.log(json ? JSON.stringify(outcome, null, 2) : describeRename(outcome))
    return EXIT.done
  } catch (error) {
    return exitCodeOf(error, (each) => each instanceof RenameRefusal)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run rename --')
    .description('Give a factor or portfolio another code, with its whole history: old addresses lead to the new one.')
    .requiredOption('--series <code>', 'the code of the series')
    .requiredOption('--to <code>', 'its new code')
    .option('--reason <text>', 'the reason, which the list of data versions shows')
    .option('--write', 'rename it; without it nothing is written')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}
