/** The command that imports files. */
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { prisma } from '@/lib/db/client'
import { describeOutcome } from '@/lib/import/describe-outcome'
import { loadReason } from '@/lib/import/http/parameters'
import { importFiles } from '@/lib/import/import-files'
import { UNITS, type Unit } from '@/lib/import/layout/unit'
import { ACCEPTABLE, type HoldRule } from '@/lib/import/outcome/hold'
import { type ImportOutcome, isRefused } from '@/lib/import/outcome/import-outcome'
import { DECLARED, type DeclaredKind } from '@/lib/import/parse/read-file'
import { isDatabaseError } from '@/lib/import/write/database-error'
import { isFileError, UsageError } from './exit-code'
import { Interruption, onInterruption } from './interruption'
import { showProgress } from './progress'
import { isStandardInput, withStandardInput } from './standard-input'

interface Options {
  demo?: boolean
  json?: boolean
  dryRun?: boolean
  as?: DeclaredKind
  unit?: Unit
  accept?: HoldRule[]
  strict?: boolean
  reason?: string
}

const EXIT = { done: 0, badData: 1, badUsage: 2, databaseFailed: 3 } as const

/**
 * Loads files as one load, all or none, and prints the outcomes.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 bad or doubtful data in any file, 2 bad usage, 3 the database failed
 */
export async function runImportCli(argv: string[]): Promise<number> {
  const isJson = argv.includes('--json')
  try {
    const { files, options } = parseArguments(argv, isJson)
    await Promise.all(files.map((path) => assertReadable(path, files.length)))
    const outcomes = await importAll(files, options)
    if (isJson) console.log(JSON.stringify(outcomes, null, 2))
    return outcomes.some(isRefused) ? EXIT.badData : EXIT.done
  } catch (error) {
    return report(error, isJson)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[], isJson: boolean): { files: string[]; options: Options } {
  const command = new Command('npm run import --')
    .description(
      'Load daily returns, quality series or the catalogue as a new data version. Formats: CSV, XLSX, Parquet, each also as gzip; the catalogue as JSON too.',
    )
    .argument('<file...>', 'files of one load, all of which are written or none; - is standard input')
    .option('--dry-run', 'show what would be loaded; write nothing')
    .addOption(new Option('--as <kind>', 'kind of data, if the columns do not tell').choices(DECLARED))
    .addOption(new Option('--unit <unit>', 'unit of returns: percent (1.09) or decimal (0.0109)').choices(UNITS))
    .option(
      '--accept <rules>',
      'findings that do not stop the load, separated by commas; the version records them',
      parseRules,
    )
    .option('--reason <text>', 'the reason, such as why findings are accepted; the version records it', parseReason)
    .option('--strict', 'warnings stop the load too')
    .option('--demo', 'mark the data as synthetic wherever they are shown')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .configureOutput(isJson ? { writeErr: () => {} } : {})
    .parse(argv, { from: 'user' })
  if (command.args.filter(isStandardInput).length > 1) throw new UsageError('Standard input can be read only once.')
  return { files: command.args, options: command.opts<Options>() }
}

function parseRules(text: string): HoldRule[] {
  return text.split(',').map((name) => {
    const rule = ACCEPTABLE.find((known) => known === name.trim())
    if (rule === undefined) throw new InvalidArgumentError(`Name some of ${ACCEPTABLE.join(', ')}.`)
    return rule
  })
}

function parseReason(text: string): string {
  const { data, error } = loadReason.safeParse(text)
  if (data === undefined) throw new InvalidArgumentError(`The reason ${error.issues[0]?.message}.`)
  return data
}

/** Checks a file before anything is read. */
async function assertReadable(path: string, count: number): Promise<void> {
  if (isStandardInput(path)) return
  await access(path, constants.R_OK)
  const found = await stat(path)
  if (found.isDirectory()) throw new UsageError(`${path} is a folder; give the names of its files.`)
  // A named pipe can be read like a file, but once.
  if (!found.isFile() && !found.isFIFO()) throw new UsageError(`${path} is not a file.`)
  if (found.isFIFO() && count > 1) throw new UsageError(`${path} is a pipe: load it alone.`)
}

/**
 * Loads the files as one load, and prints the outcomes unless they will be printed as JSON. Returns them: those of the
 * refused files alone when there are any.
 */
async function importAll(files: string[], options: Options): Promise<ImportOutcome[]> {
  if (files.some(isStandardInput)) {
    const withCopy = (copy: string) => files.map((path) => (isStandardInput(path) ? copy : path))
    return withStandardInput((copy) => importAll(withCopy(copy), options))
  }
  const outcomes = await load(files, options)
  if (options.json) return outcomes
  for (const outcome of outcomes) console.log(describeOutcome(outcome))
  if (files.length > 1 && outcomes.some(isRefused)) {
    console.log(`Nothing of the ${files.length} files was written: they are loaded together or not at all.`)
  }
  return outcomes
}

async function load(files: string[], options: Options): Promise<ImportOutcome[]> {
  const {
    demo: isDemo = false,
    dryRun = false,
    as = null,
    unit = null,
    accept = [],
    strict = false,
    reason = null,
  } = options
  const names = files.map((path) => basename(path)).join(', ')
  const interruption = new Interruption(names)
  const unlisten = onInterruption(() => interruption.request())
  const { onProgress, end } = showProgress(`${names}: waiting for the store`, options)
  const beforeCommit = async () => interruption.commit()
  try {
    const settings = { isDemo, dryRun, as, unit, accept, strict, reason, beforeCommit, onProgress }
    const outcomes = await importFiles(
      files.map((path) => ({ path })),
      settings,
    )
    interruption.end()
    return outcomes
  } finally {
    end()
    unlisten()
  }
}

/** Prints why nothing was loaded, and returns the exit code. */
function report(error: unknown, isJson: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
  const { exitCode, message } = explain(error)
  if (isJson) console.log(JSON.stringify({ error: message, exitCode, outcomes: [] }, null, 2))
  // Commander has printed its own message.
  else if (!(error instanceof CommanderError)) console.error(message)
  return exitCode
}

function explain(error: unknown): { exitCode: number; message: string } {
  if (error instanceof CommanderError) return { exitCode: EXIT.badUsage, message: error.message }
  if (error instanceof UsageError) return { exitCode: EXIT.badUsage, message: error.message }
  if (isFileError(error)) {
    const message = `${error.path} cannot be read (${error.code}). Check the name and the permissions.`
    return { exitCode: EXIT.badUsage, message }
  }
  if (isDatabaseError(error)) {
    const message = `The database failed: ${error.message.trim().split('\n').at(-1)}`
    return { exitCode: EXIT.databaseFailed, message }
  }
  throw error
}
