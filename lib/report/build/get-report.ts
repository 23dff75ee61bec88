import type { Report } from '@/lib/report/model/report'
import { buildReport } from './build-report'
import { getReportInputs, type ReportRequest } from './get-report-inputs'

/** Returns the report of a week as of a data version. */
export async function getReport(request: ReportRequest): Promise<Report> {
  return buildReport(await getReportInputs(request))
}
