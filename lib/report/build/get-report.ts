import { inTurns } from '@/lib/base/steps'
import type { Report } from '@/lib/report/model/report'
import { reportSteps } from './build-report'
import { getChosenInputs, getFamilyInputs, type ReportRequest } from './get-report-inputs'

/** Returns the report of a week as of a data version, with the texts of the desk that its readers see. */
export async function getReport(request: ReportRequest): Promise<Report> {
  return inTurns(reportSteps(await getChosenInputs(request)))
}

/**
 * Returns the report of a page of a family, from 1, in a week of many factors.
 * @returns `few` when the report shows every factor; `none` when no factor of the week is in that family, or it has fewer
 * pages
 */
export async function getFamilyReport(
  request: ReportRequest,
  part: { family: string; page: number },
): Promise<Report | 'few' | 'none'> {
  const inputs = await getFamilyInputs(request, part)
  return typeof inputs === 'string' ? inputs : inTurns(reportSteps(inputs))
}
