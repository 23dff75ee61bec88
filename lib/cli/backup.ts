/** The commands that write all of the store to a file, and fill an empty store from it. */
import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { today } from '@/lib/base/today'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { type OnProgress, progressOf } from '@/lib/import/parse/progress'
import { BackupRefusal, type BackupSummary } from '@/lib/store/backup/backup-format'
import { restoreBackup } from '@/lib/store/backup/restore-backup'
import { backupName, backupsToRemove } from '@/lib/store/backup/retention'
import { writeBackup } from '@/lib/store/backup/write-backup'
import { EXIT, exitCodeOf, UsageError } from './exit-code'
import { showProgress } from './progress'
import { tryRestore } from './try-restore'

/**
 * Writes a backup: to a file, which is replaced only with --replace, or into a folder, from which --keep then removes
 * older ones.
 * @param argv the arguments without the program's name
 * @param signal stops the backup, of which nothing is left
 * @returns the exit code: 0 done, 1 nothing to back up or stopped, 2 bad usage or a file that cannot be written, 3 the
 * database failed
 */
export function runBackupCli(argv: string[], signal?: AbortSignal): Promise<number> {
  const command = new Command('npm run backup --')
    .description('Write all of the store, with its whole history, to one file: completely or not at all.')
    .argument('<file>', 'where to write it, such as factor-weekly-2024-08-30.backup, or a folder')
    .option('--replace', 'replace the file if there is one')
    .option('--keep <days>', 'with a folder: also remove older backups but the last of each month and year', wholeDays)
    .option('--json', 'print the result as JSON')
  return run(argv, command, async (given, { replace = false, keep }, onProgress) => {
    const inFolder = await isFolder(given)
    if (keep !== undefined && !inFolder) throw new UsageError(`--keep needs a folder, and ${given} is none.`)
    const path = inFolder ? join(given, backupName(today(), (await latestVersion()).id)) : given
    if (!replace && (await exists(path))) {
      throw new UsageError(`${path} exists already: choose another name, or add --replace.`)
    }
    const summary = await writeBackup(path, { ...(signal && { signal }), onProgress })
    const removed = keep === undefined ? [] : await removeOld(given, keep)
    return { file: path, ...summary, ...(keep !== undefined && { removed }) }
  })
}

function wholeDays(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It must be a number of days, 1 or more.')
  return Number(text)
}

/** Removes backups that need not be kept, and returns their names, oldest first. */
async function removeOld(folder: string, days: number): Promise<string[]> {
  const removed = backupsToRemove(await readdir(folder), today(), days)
  for (const name of removed) await rm(join(folder, name))
  return removed
}

/**
 * Fills an empty store from a backup, or tries that with --try in a database of its own.
 * @param argv the arguments without the program's name
 * @param signal stops a trial
 * @returns the exit code: 0 done, 1 refused (a damaged file, or a store that is not empty), 2 bad usage or a file that
 * cannot be read, 3 the database failed
 */
export function runRestoreCli(argv: string[], signal = new AbortController().signal): Promise<number> {
  const command = new Command('npm run restore --')
    .description('Fill an empty store from a backup, with its whole history: completely or not at all.')
    .argument('<file>', 'a file that `npm run backup` wrote')
    .option('--try', 'restore into a database of its own, verify it and remove it; the store is not touched')
    .option('--json', 'print the result as JSON')
  return run(argv, command, async (path, { try: isTrial = false, json = false }, onProgress) => {
    if (isTrial && json)
      throw new UsageError('--try prints no JSON: its exit code is 0 when the backup can be restored.')
    if ((await stat(path)).isDirectory()) throw new UsageError(`${path} is a folder; give the name of the backup.`)
    if (isTrial) return tryRestore(path, signal)
    return { file: path, ...(await restoreBackup(path, onProgress)) }
  })
}

interface Options {
  replace?: boolean
  keep?: number
  try?: boolean
  json?: boolean
}

interface Result extends BackupSummary {
  file: string
  /** Names of the backups that `--keep` removed. */
  removed?: string[]
}

async function run(
  argv: string[],
  command: Command,
  work: (path: string, options: Options, onProgress: OnProgress) => Promise<Result | number>,
): Promise<number> {
  try {
    const parsed = command.exitOverride().parse(argv, { from: 'user' })
    const [path = ''] = parsed.args
    const options = parsed.opts<Options>()
    const name = basename(path)
    const progress = showProgress(`${name}: reading and checking`, options)
    const result = await work(path, options, progressOf(name, progress.onProgress)).finally(progress.end)
    // A trial has said itself what it found.
    if (typeof result === 'number') return result
    console.log(options.json ? JSON.stringify(result, null, 2) : describe(result))
    return EXIT.done
  } catch (error) {
    return exitCode(error)
  } finally {
    await prisma.$disconnect()
  }
}

function describe({ file, version, tables, rows, removed = [] }: Result): string {
  const written = `${file}: data version ${version.id} (stamp ${version.stamp}), ${rows.toLocaleString('en-US')} rows of ${tables} tables`
  return [written, ...removed.map((name) => `removed ${name}`)].join('\n')
}

async function isFolder(path: string): Promise<boolean> {
  return (await exists(path)) && (await stat(path)).isDirectory()
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
