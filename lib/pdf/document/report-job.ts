import type { SeriesHistory } from '@/lib/analysis/history'
import { figureRows } from '@/lib/figures/figure-rows'
import { REPORT_FIGURES } from '@/lib/figures/sheet'
import { translatorFor } from '@/lib/messages/translate'
import { buildReport } from '@/lib/report/build/build-report'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { figureKey, type JobParts, type Printed, printedOf, type ReportJob } from './job'
import { riskOf, type SeriesRisk } from './risk'

/** Returns the job of a week's report. */
export function reportJob(inputs: ReportInputs, printed: Printed): ReportJob {
  const histories = seriesHistories(withChosen(inputs))
  return { kind: 'report', risk: risksOf(histories, inputs), ...jobParts(inputs, printed) }
}

/** Returns what the documents of a week have in common: the report and the rows of its figures. */
export function jobParts(inputs: ReportInputs, printed: Printed): JobParts {
  return { report: buildReport(inputs), rows: rowsByFigure(inputs), ...printedOf(printed) }
}

/** Returns the rows of every numbered figure, from the inputs of the report. */
function rowsByFigure(inputs: ReportInputs): JobParts['rows'] {
  const { locale, convention, days, window } = inputs
  const t = translatorFor(locale, window)
  const context = { asOf: days.at(-1) ?? '', locale, convention, window, names: [], t }
  return Object.fromEntries(
    seriesHistories(withChosen(inputs)).flatMap((history) =>
      Object.values(REPORT_FIGURES[history.kind]).map((kind) => [
        figureKey({ kind, code: history.code }),
        figureRows(kind, { history }, context),
      ]),
    ),
  )
}

/** Returns the risk of each series. */
export function risksOf(histories: SeriesHistory[], { convention }: ReportInputs): SeriesRisk[] {
  return histories.map((history) => riskOf(history, convention))
}

/** Leaves out factors that have no section: of many, those whose daily returns are needed only for their notes. */
export function withChosen(inputs: ReportInputs): ReportInputs {
  const { many, catalogue } = inputs
  if (!many) return inputs
  return {
    ...inputs,
    catalogue: { ...catalogue, factors: catalogue.factors.filter(({ code }) => many.chosen.includes(code)) },
  }
}
