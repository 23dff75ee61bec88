/** The command that publishes a week, a month or a quarter, submits it for review, or withdraws its edition. */
import { userInfo } from 'node:os'
import { Command, InvalidArgumentError, Option } from 'commander'
import { CONVENTIONS } from '@/lib/base/convention'
import { prisma } from '@/lib/db/client'
import { fillOrder } from '@/lib/pdf/fill-order'
import { describePublication } from '@/lib/publish/describe-publication'
import { PublishRefusal } from '@/lib/publish/find-published-week'
import { publish } from '@/lib/publish/publish'
import { faultOf, publishOrder } from '@/lib/publish/publish-order'
import { EXIT, exitCodeOf } from './exit-code'
import { parseOrder } from './parse-order'

interface Options {
  week?: string
  month?: string
  quarter?: string
  market?: string
  convention: string
  waive?: Waived[]
  reason?: string
  review?: boolean
  withdraw?: boolean
  write?: boolean
  json?: boolean
}

interface Waived {
  rule: string
  reason: string
}

/**
 * Publishes a week, a month or a quarter as its next edition; without --write it only shows what the gate finds and what would change.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, or shown and ready; 1 refused, or shown and not ready; 2 bad usage; 3 the database failed
 */
export async function runPublishCli(argv: string[]): Promise<number> {
  try {
    const { write = false, json = false, review = false, withdraw = false, ...parts } = parseArguments(argv)
    const action = review ? 'review' : withdraw ? 'withdraw' : 'publish'
    const outcome = await publish(parseOrder(publishOrder, { ...parts, action }, faultOf), {
      publishedBy: userInfo().username,
      dryRun: !write,
      make: async (order) => fillOrder(order).bytes,
    })
    console.log(json ? JSON.stringify(outcome, null, 2) : describePublication(outcome))
    return outcome.action === 'publish' && !outcome.isReady ? EXIT.refused : EXIT.done
  } catch (error) {
    return exitCodeOf(error, (each) => each instanceof PublishRefusal)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run publish --')
    .description(
      'Freeze a week, a month or a quarter as its next edition: data version, texts, figures and PDFs, which never change again.',
    )
    .option('--week <date>', 'any date of the week, such as 2024-08-30')
    .option('--month <month>', 'the month instead, such as 2024-08')
    .option('--quarter <quarter>', 'the quarter instead, such as 2024-Q3')
    .option('--market <code>', 'the market, such as CN; without it, the first that has data')
    .addOption(new Option('--convention <name>', 'how legs are compared').choices(CONVENTIONS).default('arithmetic'))
    .option('--waive <rule=reason>', 'waive the warnings of a rule; may be repeated', collectWaived)
    .option('--reason <text>', 'why the week is corrected or withdrawn')
    .addOption(new Option('--review', 'submit the week for review instead').conflicts('withdraw'))
    .option('--withdraw', 'withdraw the edition of the week instead')
    .option('--write', 'do it; without it nothing is written')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

function collectWaived(text: string, known: Waived[] = []): Waived[] {
  const [rule, ...reason] = text.split('=')
  if (rule === undefined || reason.length === 0) {
    throw new InvalidArgumentError('Write a rule and a reason, such as "outlying=The market fell by 7%."')
  }
  return [...known, { rule: rule.trim(), reason: reason.join('=') }]
}
