/** The command that makes the link of an invitation, by which the first administrator comes in. */
import { Command } from 'commander'
import { COMMAND } from '@/lib/access/audit/actor'
import { resetSecondFactor } from '@/lib/access/people/change-person'
import { invitationOrder } from '@/lib/access/people/invitation-order'
import { INVITATION_DAYS, invite } from '@/lib/access/people/invite'
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { EXIT, exitCodeOf } from './exit-code'
import { parseOrder } from './parse-order'

interface Options {
  email: string
  role: string
  markets?: string
  series?: string
  resetSecondFactor?: boolean
}

/**
 * Prints a link that works once.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 2 bad usage, 3 the database failed
 */
export async function runInviteCli(argv: string[]): Promise<number> {
  try {
    const { PUBLIC_URL, PORT, AUTH } = readEnv(process.env)
    const { resetSecondFactor: isReset = false, ...options } = parseArguments(argv)
    const order = parseOrder(invitationOrder, options, () => null)
    const { path } = await invite(order, COMMAND)
    if (isReset) console.error(await resetOf(order.email))
    console.log(`${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`)
    console.error(`The link works once, for ${INVITATION_DAYS} days: give it to this person alone.`)
    if (AUTH === 'off') console.error('Accounts are off: start the server with AUTH=accounts or AUTH=public.')
    return EXIT.done
  } catch (error) {
    return exitCodeOf(error, () => false)
  } finally {
    await prisma.$disconnect()
  }
}

/** Takes the second factor of an account away, and returns what was done: the one way in for a sole administrator. */
async function resetOf(email: string): Promise<string> {
  const person = await prisma.accessUser.findUnique({ where: { email }, select: { id: true } })
  const fault = person === null ? 'unknown' : await resetSecondFactor(person.id, COMMAND)
  return fault === null ? 'The second factor is reset.' : 'There is no second factor to reset for this e-mail.'
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run invite --')
    .description('Print a link by which somebody gets an account, or a new password, once.')
    .requiredOption('--email <address>', 'the e-mail of the person')
    .requiredOption('--role <role>', 'client, viewer, researcher, editor, publisher or admin')
    .option('--markets <codes>', 'markets that a client may see, separated by commas')
    .option('--series <codes>', 'series that a client may see; without it all of the markets')
    .option('--reset-second-factor', 'take codes and passkeys of this account away, such as after a phone was lost')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}
