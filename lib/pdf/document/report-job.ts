import type { Colours } from '@/lib/base/appearance'
import type { Publisher } from '@/lib/publisher/publisher'
import { buildReport } from '@/lib/report/build/build-report'
import { reportRows } from '@/lib/report/figures/report-rows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { figureKey, type ReportJob } from './job'

/** All that the report of a week is set from. */
export function reportJob(inputs: ReportInputs, colours: Colours, publisher: Publisher): ReportJob {
  const rows = Object.fromEntries(reportRows(inputs).map((figure) => [figureKey(figure), figure.rows]))
  return { kind: 'report', report: buildReport(inputs), rows, colours, publisher }
}
