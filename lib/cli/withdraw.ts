/** The command that takes loads back. */
import { userInfo } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { isIsoDate } from '@/lib/base/dates'
import { prisma } from '@/lib/db/client'
import { describeWithdrawal } from '@/lib/store/withdraw/describe-withdrawal'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { faultOf, withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { WithdrawalRefusal } from '@/lib/store/withdraw/withdrawal-refusal'
import { EXIT, exitCodeOf } from './exit-code'
import { parseOrder } from './parse-order'

interface Options {
  version?: number
  series?: string[]
  from?: string
  to?: string
  reason?: string
  write?: boolean
  json?: boolean
}

/**
 * Withdraws what a version did, or the rows of series between dates; without --write it only shows what would change.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 refused or no row to withdraw, 2 bad usage, 3 the database failed
 */
export async function runWithdrawCli(argv: string[]): Promise<number> {
  try {
    const { write = false, json = false, ...parts } = parseArguments(argv)
    const outcome = await withdraw(parseOrder(withdrawalOrder, parts, faultOf), {
      loadedBy: userInfo().username,
      dryRun: !write,
    })
    console.log(json ? JSON.stringify(outcome, null, 2) : describeWithdrawal(outcome))
    return outcome.changes.length + outcome.entries.length === 0 ? EXIT.refused : EXIT.done
  } catch (error) {
    return exitCodeOf(error, (each) => each instanceof WithdrawalRefusal)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run withdraw --')
    .description(
      'Take back what a load did, as a new data version: its rows are as they were before it, and nothing is erased.',
    )
    .option('--version <number>', 'the data version to take back', parseVersion)
    .option(
      '--series <codes>',
      'only these series, separated by commas; without --version, from their last load',
      parseCodes,
    )
    .option('--from <date>', 'first date, such as 2024-08-26', parseDate)
    .option('--to <date>', 'last date', parseDate)
    .option('--reason <text>', 'the reason, which the list of data versions shows')
    .option('--write', 'withdraw; without it nothing is written')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

function parseVersion(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write the number of a data version, such as 3.')
  return Number(text)
}

function parseCodes(text: string): string[] {
  const codes = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (codes.length === 0) throw new InvalidArgumentError('Give the codes of the series, separated by commas.')
  return codes
}

function parseDate(text: string): string {
  if (isIsoDate(text)) return text
  throw new InvalidArgumentError('Write a date such as 2024-08-30.')
}
