/** The command that imports files. */
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { prisma } from '@/lib/db/client'
import { describeOutcome } from '@/lib/import/describe-outcome'
import { importFile } from '@/lib/import/import-file'
import { UNITS, type Unit } from '@/lib/import/layout/unit'
import { ACCEPTABLE, type HoldRule } from '@/lib/import/outcome/hold'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { DECLARED, type DeclaredKind } from '@/lib/import/parse/read-file'
import { isDatabaseError } from '@/lib/import/write/database-error'
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
}

class UsageError extends Error {}

const EXIT = { done: 0, badData: 1, badUsage: 2, databaseFailed: 3 } as const

/**
 * Loads files in the given order, all or none, and prints the outcomes.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 bad or doubtful data in any file, 2 bad usage, 3 the database failed
 */
export async function runImportCli(argv: string[]): Promise<number> {
  const isJson = argv.includes('--json')
  const outcomes: ImportOutcome[] = []
  try {
    const { files, options } = parseArguments(argv, isJson)
    await Promise.all(files.map((path) => assertReadable(path, files.length)))
    await importAll(files, options, outcomes)
    if (isJson) console.log(JSON.stringify(outcomes, null, 2))
    return outcomes.some(isRefused) ? EXIT.badData : EXIT.done
  } catch (error) {
    return report(error, { isJson, outcomes })
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[], isJson: boolean): { files: string[]; options: Options } {
  const command = new Command('npm run import --')
    .description(
      'Load daily returns, quality series or the catalogue as a new data version. Formats: CSV, XLSX, Parquet, each also as gzip; the catalogue as JSON too.',
    )
    .argument('<file...>', 'files, loaded in this order; - is standard input')
    .option('--dry-run', 'show what would be loaded; write nothing')
    .addOption(new Option('--as <kind>', 'kind of data, if the columns do not tell').choices(DECLARED))
    .addOption(new Option('--unit <unit>', 'unit of returns: percent (1.09) or decimal (0.0109)').choices(UNITS))
    .option(
      '--accept <rules>',
      'findings that do not stop the load, separated by commas; the version records them',
      parseRules,
    )
    .option('--strict', 'warnings stop the load too')
    .option('--demo', 'mark the data as synthetic wherever they are shown')
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .configureOutput(isJson ? { writeErr: () => {} } : {})
    .parse(argv, { from: 'user' })
  if (command.args.filter(isStandardInput).length > 1) throw new UsageError('Standard input can be read only once.')
  return { files: command.args, options: command.opts<Options>() }
}

function isRefused({ faultCount, holds }: ImportOutcome): boolean {
  return faultCount > 0 || holds.length > 0
}

function parseRules(text: string): HoldRule[] {
  return text.split(',').map((name) => {
    const rule = ACCEPTABLE.find((known) => known === name.trim())
    if (rule === undefined) throw new InvalidArgumentError(`Name some of ${ACCEPTABLE.join(', ')}.`)
    return rule
  })
}

/** Checks a file before anything is loaded, so that a wrong last name does not leave some files loaded. */
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
 * Loads the files if none of them is refused or held. Several are first read without writing, each as if those before it
 * had been loaded, so that a wrong one leaves nothing of the others. Adds the outcomes to `outcomes`, and prints them
 * unless they will be printed as JSON.
 */
async function importAll(files: string[], options: Options, outcomes: ImportOutcome[]): Promise<void> {
  if (files.some(isStandardInput)) {
    const withCopy = (copy: string) => files.map((path) => (isStandardInput(path) ? copy : path))
    return withStandardInput((copy) => importAll(withCopy(copy), options, outcomes))
  }
  const print = (outcome: ImportOutcome) => {
    outcomes.push(outcome)
    if (!options.json) console.log(describeOutcome(outcome))
  }
  const isTrial = files.length > 1 && !options.dryRun
  const refused: ImportOutcome[] = []
  if (isTrial) {
    await importEach(files, { ...options, dryRun: true }, (outcome) => isRefused(outcome) && refused.push(outcome))
  }
  if (refused.length === 0) return importEach(files, options, print)
  for (const outcome of refused) print(outcome)
  if (options.json) return
  console.log(`Nothing of the ${files.length} files was written: they are loaded together or not at all.`)
}

async function importEach(files: string[], options: Options, take: (outcome: ImportOutcome) => void): Promise<void> {
  const { demo: isDemo = false, dryRun = false, as = null, unit = null, accept = [], strict = false } = options
  const assumed: CatalogueFile[] = []
  const interruption = new Interruption()
  const unlisten = onInterruption(() => interruption.request())
  const load = async (path: string) => {
    const progress = showProgress(`${basename(path)}: reading and checking`, options)
    const beforeCommit = async () => interruption.commit()
    const settings = {
      ...{ path, isDemo, dryRun, as, unit, accept, strict, assumed },
      ...{ beforeCommit, onProgress: progress.onProgress },
    }
    const outcome = await importFile(settings).finally(progress.end)
    take(outcome)
    interruption.end(outcome.version !== null)
  }
  try {
    for (const path of files) {
      interruption.begin(path)
      await load(path)
    }
  } finally {
    unlisten()
  }
}

/** Prints why nothing, or nothing more, was loaded, and returns the exit code. */
function report(error: unknown, { isJson, outcomes }: { isJson: boolean; outcomes: ImportOutcome[] }): number {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done
  const { exitCode, message } = explain(error)
  if (isJson) console.log(JSON.stringify({ error: message, exitCode, outcomes }, null, 2))
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

function isFileError(error: unknown): error is NodeJS.ErrnoException & { path: string } {
  return error instanceof Error && 'syscall' in error && 'path' in error && typeof error.path === 'string'
}
