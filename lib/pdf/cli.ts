/** The command line that writes a week's report as a PDF. */
import { rename, writeFile } from 'node:fs/promises'
import { Command, CommanderError, Option } from 'commander'
import { isIsoDate } from '@/lib/dates'
import { prisma } from '@/lib/db'
import { latestVersion } from '@/lib/latest-version'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { getReportDays } from '@/lib/report/report-days'
import { chooseWeek } from '@/lib/report/week-choice'
import { CONVENTIONS, type Convention, LOCALES, type Locale } from '@/lib/view'
import { fillOrder } from './fill-order'
import { getReportOrder } from './get-report-order'
import type { ReportOrder } from './order'

interface Options {
  week: string
  lang: Locale
  convention: Convention
  out: string
}

const EXIT = { done: 0, noWeek: 1, badUsage: 2 } as const

/**
 * Writes the report of a week to a file, whole or not at all.
 * @param argv the arguments alone
 * @returns the exit code: 0 done, 1 no report in that week, 2 bad usage
 */
export async function runPdfCli(argv: string[]): Promise<number> {
  try {
    const options = parseArguments(argv)
    const order = await orderOf(options)
    if (order === null) return EXIT.noWeek
    const { bytes, fault } = fillOrder(order)
    const unfinished = `${options.out}.${process.pid}.part`
    await writeFile(unfinished, bytes)
    await rename(unfinished, options.out)
    console.log(
      `${options.out}  ${Math.ceil(bytes.length / 1000)} kB, ${fault === null ? 'PDF/A-2a' : `no archive standard: ${fault}`}`,
    )
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage
    throw error
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run pdf --')
    .description('Write the report of a week as a PDF.')
    .requiredOption('--week <date>', 'any date of the week, such as 2024-08-30')
    .addOption(new Option('--lang <language>', 'its language').choices(LOCALES).default('zh'))
    .addOption(new Option('--convention <name>', 'how legs are compared').choices(CONVENTIONS).default('arithmetic'))
    .requiredOption('--out <file>', 'where to write it')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

/** null, and why on the console, when the week has no report. */
async function orderOf({ week, lang, convention }: Options): Promise<ReportOrder | null> {
  if (!isIsoDate(week)) return refuse(`--week ${week} is no date: write YYYY-MM-DD.`)
  const { id: version } = await latestVersion()
  const days = await getReportDays(version)
  if (!days) return refuse('Nothing is loaded yet.')
  const choice = chooseWeek(week, days.reported)
  if (choice.kind !== 'report') {
    const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
    return refuse(`The week of ${week} has no report. The nearest: ${nearest.join(', ')}.`)
  }
  const shown = { version, locale: lang, convention, colours: 'red', publisher: thePublisher() } as const
  return getReportOrder({ ...shown, days, asOf: choice.asOf })
}

function refuse(why: string): null {
  console.error(why)
  return null
}
