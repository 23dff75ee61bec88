/** The command that writes a week's mail. */

import { readView } from '@/lib/address/view'
import { readEnv } from '@/lib/db/env'
import { stampOf } from '@/lib/db/latest-version'
import { mailHtml } from '@/lib/export/mail/mail'
import { getReport } from '@/lib/report/build/get-report'
import { type MadeFile, runWeekCommand, type SelectedWeek, type WeekOptions, weekCommand } from './week-command'

interface Options extends WeekOptions {
  baseUrl: string
}

/**
 * Writes the mail of a week to a file.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 no report in that week, 2 bad usage
 */
export function runMailPreviewCli(argv: string[]): Promise<number> {
  const command = weekCommand(
    'mail-preview',
    "Write the mail of a week's summary: one HTML file that stands alone.",
  ).option('--base-url <url>', 'where the product is served, for the link back', usualBaseUrl())
  return runWeekCommand(argv, command, mailOf)
}

function usualBaseUrl(): string {
  const { PUBLIC_URL, PORT } = readEnv(process.env)
  return PUBLIC_URL ?? `http://localhost:${PORT}`
}

async function mailOf({ lang, market, baseUrl }: Options, { version, days, asOf }: SelectedWeek): Promise<MadeFile> {
  const view = readView({
    locale: lang,
    latest: version,
    search: new URLSearchParams(market === undefined ? {} : { market }),
    cookies: {},
  })
  if (!view) throw new TypeError('the market of a week that was found can stand in an address')
  const report = await getReport({ ...view, asOf, days })
  const shown = { ...view, stamp: await stampOf(version), parameters: {} }
  return { content: mailHtml(report, shown, baseUrl.replace(/\/$/, '')), remark: '' }
}
