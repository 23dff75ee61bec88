/** The command line that writes a week's mail. */
import { rename, writeFile } from 'node:fs/promises'
import { Command, CommanderError, Option } from 'commander'
import { isIsoDate } from '@/lib/dates'
import { prisma } from '@/lib/db'
import { latestVersion, stampOf } from '@/lib/latest-version'
import { getReport } from '@/lib/report/get-report'
import { getReportDays } from '@/lib/report/report-days'
import { chooseWeek } from '@/lib/report/week-choice'
import { LOCALES, type Locale, readView } from '@/lib/view'
import { mailHtml } from './mail'

interface Options {
  week: string
  lang: Locale
  out: string
  baseUrl: string
}

const EXIT = { done: 0, noWeek: 1, badUsage: 2 } as const

/**
 * Writes the mail of a week to a file, whole or not at all.
 * @param argv the arguments alone
 * @returns the exit code: 0 done, 1 no report in that week, 2 bad usage
 */
export async function runMailPreviewCli(argv: string[]): Promise<number> {
  try {
    const options = parseArguments(argv)
    const html = await mailOf(options)
    if (html === null) return EXIT.noWeek
    const unfinished = `${options.out}.${process.pid}.part`
    await writeFile(unfinished, html)
    await rename(unfinished, options.out)
    console.log(`${options.out}  ${Math.ceil(html.length / 1000)} kB`)
    return EXIT.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage
    throw error
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run mail-preview --')
    .description("Write the mail of a week's summary: one HTML file that stands alone.")
    .requiredOption('--week <date>', 'any date of the week, such as 2024-08-30', isoDate)
    .addOption(new Option('--lang <language>', 'its language').choices(LOCALES).default('zh'))
    .requiredOption('--out <file>', 'where to write it')
    .option('--base-url <url>', 'where the product is served, for the link back', 'http://localhost:3000')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

function isoDate(text: string): string {
  if (isIsoDate(text)) return text
  throw new CommanderError(EXIT.badUsage, 'week', `--week ${text} is no date: write YYYY-MM-DD.`)
}

/** null, and why on the console, when the week has no report. */
async function mailOf({ week, lang, baseUrl }: Options): Promise<string | null> {
  const { id: latest } = await latestVersion()
  const view = readView({
    locale: lang,
    latest,
    search: new URLSearchParams(),
    cookies: { theme: undefined, colours: undefined },
  })
  const days = await getReportDays(latest)
  if (!view || !days) return refuse('Nothing is loaded yet.')
  const choice = chooseWeek(week, days.reported)
  if (choice.kind !== 'report') {
    const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
    return refuse(`The week of ${week} has no report. The nearest: ${nearest.join(', ')}.`)
  }
  const report = await getReport({ ...view, asOf: choice.asOf, days })
  return mailHtml(report, { ...view, stamp: await stampOf(latest), parameters: {} }, baseUrl.replace(/\/$/, ''))
}

function refuse(why: string): null {
  console.error(why)
  return null
}
