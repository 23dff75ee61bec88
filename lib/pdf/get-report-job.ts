import type { Publisher } from '@/lib/publisher/publisher'
import { getVersionStamp } from '@/lib/queries/get-version-stamp'
import { buildReport } from '@/lib/report/build-report'
import { getReportInputs } from '@/lib/report/get-report-inputs'
import type { ReportInputs } from '@/lib/report/inputs'
import { getReportDays } from '@/lib/report/report-days'
import { reportRows } from '@/lib/report/report-rows'
import type { Colours, Convention, Locale } from '@/lib/view'
import { figureKey, type ReportJob } from './job'

export interface ReportJobRequest {
  version: number
  /** When given, the version must still bear it. */
  stamp?: string
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
  colours: Colours
  publisher: Publisher
}

/**
 * All that the report of a week is set from, read from the store once.
 * @returns null when there is no such version, stamp, or week ending on `asOf`
 */
export async function getReportJob({
  stamp,
  colours,
  publisher,
  ...shown
}: ReportJobRequest): Promise<ReportJob | null> {
  const { version, asOf } = shown
  if (stamp !== undefined && (await getVersionStamp(version)) !== stamp) return null
  const days = await getReportDays(version)
  if (!days?.reported.includes(asOf)) return null
  return reportJob(await getReportInputs({ ...shown, days }), colours, publisher)
}

/** The same from inputs that are at hand. */
export function reportJob(inputs: ReportInputs, colours: Colours, publisher: Publisher): ReportJob {
  const rows = Object.fromEntries(reportRows(inputs).map((figure) => [figureKey(figure), figure.rows]))
  return { kind: 'report', report: buildReport(inputs), rows, colours, publisher }
}
