import { figureFile } from '@/lib/export/figure-file'
import { answerOrTryLater } from '@/lib/http/plain-text'
import { answerChart, type ChartSource } from '@/lib/pictures/answer-chart'
import { getFigureRows, getSheetRows } from '@/lib/report/figures/figure-rows'
import { getFigureCaption } from '@/lib/report/figures/get-figure-caption'
import { getComparisonRows } from '@/lib/workbench/compare/comparison-rows'
import { getComparisonCaption } from '@/lib/workbench/compare/get-comparison-caption'
import { getSeriesChart, isSeriesChart } from '@/lib/workbench/series/get-series-chart'
import { getSeriesLineRows, isSeriesLine } from '@/lib/workbench/series/series-line-rows'

const SOURCE: ChartSource = {
  figure: (request) => {
    if (isSeriesChart(request.kind)) return getSeriesChart(request)
    if (request.terms) return getComparisonRows(request)
    return isSeriesLine(request.kind) ? getSeriesLineRows(request.kind, request) : getFigureRows(request)
  },
  sheet: getSheetRows,
  caption: (request, rows) =>
    request.terms && !isSeriesChart(request.kind) ? getComparisonCaption(request) : getFigureCaption(request, rows),
  table: figureFile,
}

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  return answerOrTryLater('The chart', () => answerChart(request, path, SOURCE))
}
