import type { Publisher } from '@/lib/publisher/publisher'
import { buildReport } from '@/lib/report/build-report'
import type { ReportInputs } from '@/lib/report/inputs'
import { reportRows } from '@/lib/report/report-rows'
import type { Colours } from '@/lib/view'
import { figureKey, type ReportJob } from './job'

/** All that the report of a week is set from. */
export function reportJob(inputs: ReportInputs, colours: Colours, publisher: Publisher): ReportJob {
  const rows = Object.fromEntries(reportRows(inputs).map((figure) => [figureKey(figure), figure.rows]))
  return { kind: 'report', report: buildReport(inputs), rows, colours, publisher }
}
