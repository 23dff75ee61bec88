/** The command that writes a week's report as a PDF. */
import { Option } from 'commander'
import { CONVENTIONS, type Convention } from '@/lib/base/convention'
import { PAPERS, type Paper } from '@/lib/base/paper'
import { fillOrder } from '@/lib/pdf/fill-order'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { type MadeFile, runWeekCommand, type SelectedWeek, type WeekOptions, weekCommand } from './week-command'

interface Options extends WeekOptions {
  convention: Convention
  paper: Paper
  onePage?: boolean
}

/**
 * Writes the report of a week to a file.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 no report in that week, 2 bad usage
 */
export function runPdfCli(argv: string[]): Promise<number> {
  const command = weekCommand('pdf', 'Write the report of a week as a PDF.')
    .addOption(new Option('--convention <name>', 'how legs are compared').choices(CONVENTIONS).default('arithmetic'))
    .addOption(new Option('--paper <name>', 'size of the pages').choices(PAPERS).default('a4'))
  command.option('--one-page', 'the week on one page, instead of the whole report')
  return runWeekCommand(argv, command, pdfOf)
}

async function pdfOf(
  { lang, convention, paper, onePage = false }: Options,
  { version, days, asOf }: SelectedWeek,
): Promise<MadeFile> {
  const shown = { version, locale: lang, convention, colours: 'red', publisher: thePublisher(), paper } as const
  const { bytes, fault } = fillOrder(await getReportOrder(onePage ? 'one-page' : 'report', { ...shown, days, asOf }))
  return { content: bytes, remark: fault === null ? 'PDF/A-2a' : `no archive standard: ${fault}` }
}
