import type { Report } from '@/lib/report/model/report'
import { buildReport } from './build-report'
import { getReportInputs, type ReportRequest } from './get-report-inputs'

/** The report of a week as a data version held it. */
export async function getReport(request: ReportRequest): Promise<Report> {
  return buildReport(await getReportInputs(request))
}
