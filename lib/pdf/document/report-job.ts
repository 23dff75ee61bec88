import type { SeriesHistory } from '@/lib/analysis/history'
import { figureRows } from '@/lib/figures/figure-rows'
import { REPORT_FIGURES } from '@/lib/figures/sheet'
import { translatorFor } from '@/lib/messages/translate'
import { buildReport } from '@/lib/report/build/build-report'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { figureKey, type JobParts, type Printed, printedOf, type ReportJob } from './job'
import { riskOf } from './risk'

/** Returns the job of a week's report. */
export function reportJob(inputs: ReportInputs, printed: Printed): ReportJob {
  const histories = seriesHistories(withChosen(inputs))
  return {
    kind: 'report',
    risk: histories.map(riskOf),
    report: buildReport(inputs),
    rows: rowsByFigure(histories, inputs),
    ...printedOf(printed),
  }
}

/** Returns the rows of every numbered figure of some series. */
export function rowsByFigure(
  histories: readonly SeriesHistory[],
  { locale, convention, days, window }: ReportInputs,
): JobParts['rows'] {
  const t = translatorFor(locale, window)
  const context = { asOf: days.at(-1) ?? '', locale, convention, window, names: [], t }
  return Object.fromEntries(
    histories.flatMap((history) =>
      Object.values(REPORT_FIGURES[history.kind]).map((kind) => [
        figureKey({ kind, code: history.code }),
        figureRows(kind, { history }, context),
      ]),
    ),
  )
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
