import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { figureRows } from '@/lib/figures/figure-rows'
import type { FigureRows } from '@/lib/figures/kinds/figure-kind'
import { figureTexts } from '@/lib/figures/page-figure'
import { translatorFor } from '@/lib/messages/translate'
import { buildReport } from '@/lib/report/build/build-report'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { Report } from '@/lib/report/model/report'
import { type ChartOfWeek, figureKey, type OnePageJob, type Printed, printedOf } from './job'
import { withChosen } from './report-job'
import { riskOf } from './risk'

/** Returns the job of a week on one page. */
export function onePageJob(inputs: ReportInputs, printed: Printed): OnePageJob {
  const report = buildReport(inputs)
  const histories = seriesHistories(withChosen(inputs))
  const drawn = chartOf(report, histories, inputs)
  return {
    kind: 'one-page',
    report,
    risk: histories.map(riskOf),
    chart: drawn?.chart ?? null,
    rows: drawn === null ? {} : { [drawn.chart.key]: drawn.rows },
    ...printedOf(printed),
  }
}

/**
 * Returns the chart: the first portfolio that has begun, since its inception; without one, the factor with the highest
 * return of the week; null without either.
 */
function chartOf(
  { table1, table2 }: Report,
  histories: SeriesHistory[],
  { locale, convention, days }: ReportInputs,
): { chart: ChartOfWeek; rows: FigureRows } | null {
  const factors = table1
    .flatMap(({ rows }) => rows)
    .filter(({ primary }) => primary.week.value !== null)
    .toSorted((a, b) => Number(b.primary.week.value) - Number(a.primary.week.value))
  const kind = 'series-chart'
  for (const { code, name, shortName } of [...table2, ...factors.slice(0, 1)]) {
    const history = histories.find((each) => each.code === code)
    if (!history) continue
    const span = periodBetween(history)
    const terms = { from: history.inception, to: days.at(-1) ?? '', axis: 'log' as const }
    const context = { asOf: terms.to, locale, convention, names: [shortName], t: translatorFor(locale), terms }
    const rows = figureRows(kind, { history, span }, context)
    if (rows === null) continue
    const { note, alt } = figureTexts({ kind, rows }, context)
    return { chart: { key: figureKey({ kind, code }), name, note, says: alt }, rows }
  }
  return null
}
