import type { ReportInputs } from '@/lib/report/model/inputs'
import { figuresOf, type ReportFigures } from '@/lib/report/text/figures-of'
import { summaryParts } from './build-summary'
import { marketLine } from './market-line'

/** Returns the figures of a report without its texts and sections: its tables and its line of the market. */
export function buildFigures(inputs: ReportInputs): ReportFigures {
  const parts = summaryParts(inputs)
  return figuresOf({ ...parts.summary, market: marketLine(inputs, parts) })
}
