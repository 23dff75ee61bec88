/** The commands that write all of the store to a file, and fill an empty store from it. */
import { lstat, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { prisma } from '@/lib/db/client'
import { type OnProgress, progressOf } from '@/lib/import/parse/progress'
import { BackupRefusal, type BackupSummary } from '@/lib/store/backup/backup-format'
import { restoreBackup } from '@/lib/store/backup/restore-backup'
import { writeBackup } from '@/lib/store/backup/write-backup'
import { EXIT, exitCodeOf, UsageError } from './exit-code'
import { showProgress } from './progress'

/**
 * Writes a backup. A file of that name is replaced only with --replace.
 * @param argv the arguments without the program's name
 * @param signal stops the backup, of which nothing is left
 * @returns the exit code: 0 done, 1 nothing to back up or stopped, 2 bad usage or a file that cannot be written, 3 the
 * database failed
 */
export function runBackupCli(argv: string[], signal?: AbortSignal): Promise<number> {
  const command = new Command('npm run backup --')
    .description('Write all of the store, with its whole history, to one file: completely or not at all.')
    .argument('<file>', 'where to write it, such as factor-weekly-2024-08-30.backup')
    .option('--replace', 'replace the file if there is one')
    .option('--json', 'print the result as JSON')
  return run(argv, command, async (path, { replace = false }, onProgress) => {
    if (!replace && (await exists(path))) {
      throw new UsageError(`${path} exists already: choose another name, or add --replace.`)
    }
    return writeBackup(path, { ...(signal && { signal }), onProgress })
  })
}

/**
 * Fills an empty store from a backup.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 refused (a damaged file, or a store that is not empty), 2 bad usage or a file that
 * cannot be read, 3 the database failed
 */
export function runRestoreCli(argv: string[]): Promise<number> {
  const command = new Command('npm run restore --')
    .description('Fill an empty store from a backup, with its whole history: completely or not at all.')
    .argument('<file>', 'a file that `npm run backup` wrote')
    .option('--json', 'print the result as JSON')
  return run(argv, command, async (path, _, onProgress) => {
    if ((await stat(path)).isDirectory()) throw new UsageError(`${path} is a folder; give the name of the backup.`)
    return restoreBackup(path, onProgress)
  })
}

interface Options {
  replace?: boolean
  json?: boolean
}

async function run(
  argv: string[],
  command: Command,
  work: (path: string, options: Options, onProgress: OnProgress) => Promise<BackupSummary>,
): Promise<number> {
  try {
    const parsed = command.exitOverride().parse(argv, { from: 'user' })
    const [path = ''] = parsed.args
    const options = parsed.opts<Options>()
    const name = basename(path)
    const progress = showProgress(`${name}: reading and checking`, options)
    const summary = await work(path, options, progressOf(name, progress.onProgress)).finally(progress.end)
    console.log(options.json ? JSON.stringify({ file: path, ...summary }, null, 2) : describe(path, summary))
    return EXIT.done
  } catch (error) {
    return exitCode(error)
  } finally {
    await prisma.$disconnect()
  }
}

function describe(path: string, { version, tables, rows }: BackupSummary): string {
  return `${path}: data version ${version.id} (stamp ${version.stamp}), ${rows.toLocaleString('en-US')} rows of ${tables} tables`
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

function exitCode(error: unknown): number {
  if (error instanceof Error && error.name === 'AbortError') {
    console.error('Stopped: no backup was written.')
    return EXIT.refused
  }
  return exitCodeOf(error, (each) => each instanceof BackupRefusal)
}
