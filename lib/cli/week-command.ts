/** The common part of commands that write a week's file: options for week, language and output, and errors. */
import { writeFile } from 'node:fs/promises'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { isIsoDate } from '@/lib/base/dates'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { writeWholeFile } from '@/lib/store/write-whole'

export interface WeekOptions {
  week: string
  lang: Locale
  /** Code of the market; by default the first with data. */
  market?: string
  out: string
}

/** A week that has a report, as of the newest data version. */
export interface SelectedWeek {
  version: number
  days: ReportDays
  /** Its last trading day, ISO. */
  asOf: string
}

export interface MadeFile {
  content: string | Uint8Array
  /** Printed after the file's name and size; may be empty. */
  remark: string
}

const EXIT = { done: 0, noWeek: 1, badUsage: 2 } as const

class NoWeekError extends Error {}
class OutputError extends Error {}

/** Creates a command with the common options; the caller may add more. */
export function weekCommand(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .requiredOption('--week <date>', 'any date of the week, such as 2024-08-30', isoDate)
    .option('--market <code>', 'the market, such as CN; without it, the first that has data')
    .addOption(new Option('--lang <language>', 'its language').choices(LOCALES).default('zh'))
    .requiredOption('--out <file>', 'where to write it')
}

function isoDate(text: string): string {
  if (isIsoDate(text)) return text
  throw new InvalidArgumentError('Write a date such as 2024-08-30.')
}

/**
 * Writes the file of the requested week, completely or not at all.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 no report in that week, 2 bad usage or a file that cannot be written
 */
export async function runWeekCommand<Options extends WeekOptions>(
  argv: string[],
  command: Command,
  make: (options: Options, week: SelectedWeek) => Promise<MadeFile>,
): Promise<number> {
  try {
    const options = command.exitOverride().parse(argv, { from: 'user' }).opts<Options>()
    const { content, remark } = await make(options, await selectWeek(options))
    const bytes = Buffer.from(content)
    await writeWholeFile(options.out, (unfinished) => writeFile(unfinished, bytes)).catch((error: Error) => {
      throw new OutputError(`${options.out} cannot be written: ${error.message}`)
    })
    console.log(`${options.out}  ${Math.ceil(bytes.length / 1000)} kB${remark && `, ${remark}`}`)
    return EXIT.done
  } catch (error) {
    return exitCodeOf(error)
  } finally {
    await prisma.$disconnect()
  }
}

/** Finds the week of the options. @throws NoWeekError with the nearest weeks or the markets when there is none */
async function selectWeek({ week: date, market }: WeekOptions): Promise<SelectedWeek> {
  const { id: version } = await latestVersion()
  const found = await findWeek({ version, market }, date)
  if (found.kind === 'no-data') throw new NoWeekError(whyNoData(market, found.markets))
  if (found.kind === 'no-week') {
    throw new NoWeekError(`There is no report for the week of ${date}. Nearest reports: ${found.nearest.join(', ')}.`)
  }
  return { version, days: found.days, asOf: found.asOf }
}

function whyNoData(market: string | undefined, markets: string[]): string {
  if (market === undefined || markets.length === 0) return 'No data has been loaded yet.'
  return `There is no market "${market}" with data. Markets: ${markets.join(', ')}.`
}

function exitCodeOf(error: unknown): number {
  if (error instanceof NoWeekError || error instanceof OutputError) {
    console.error(error.message)
    return error instanceof NoWeekError ? EXIT.noWeek : EXIT.badUsage
  }
  if (!(error instanceof CommanderError)) throw error
  return error.exitCode === 0 ? EXIT.done : EXIT.badUsage
}
