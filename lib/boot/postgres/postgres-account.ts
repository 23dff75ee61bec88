/**
 * PostgreSQL refuses to run as root: root's database belongs to the account `postgres`, which is created if missing.
 */
import { execFileSync } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Refusal } from '@/lib/boot/refusal'

/** The account that runs the database's programs; empty for the user of this process. */
export type Account = { uid: number; gid: number } | Record<string, never>

const NAME = 'postgres'

/** Returns the account for the database's programs. Throws a Refusal when root cannot create one. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  return findAccount() ?? makeAccount()
}

/** Returns whether `account` may enter the folder at `path` and all folders above it. */
export async function canEnter(path: string, account: Account): Promise<boolean> {
  if (account.uid === undefined) return true
  const { mode, uid, gid } = await stat(path)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  const parent = dirname(resolve(path))
  return parent === resolve(path) || canEnter(parent, account)
}

/** Gives a file or folder to `account`. */
export async function changeOwner(path: string, account: Account): Promise<void> {
  if (account.uid !== undefined) await chown(path, account.uid, account.gid)
}

function findAccount(): Account | null {
  try {
    const [uid, gid] = [readId('-u'), readId('-g')]
    return { uid, gid }
  } catch {
    // `id` fails for an account that does not exist.
    return null
  }
}

function readId(flag: '-u' | '-g'): number {
  return Number.parseInt(
    execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    10,
  )
}

function makeAccount(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', NAME], { stdio: 'ignore' })
  } catch {
    throw new Refusal(
      'PostgreSQL does not run as root and the account "postgres" could not be made: run as an ordinary user, or set DATABASE_URL.',
    )
  }
  const account = findAccount()
  if (!account) throw new Refusal('The account "postgres" is missing: run as an ordinary user, or set DATABASE_URL.')
  return account
}
