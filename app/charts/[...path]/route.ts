import { figureFile } from '@/lib/export/figure-file'
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

const UNAVAILABLE = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' }

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await answerChart(request, (await params).path, SOURCE)
  } catch (error) {
    console.error('A chart could not be made:', error instanceof Error ? error.message : error)
    return new Response('The chart could not be drawn. Please try again shortly.\n', {
      status: 503,
      headers: UNAVAILABLE,
    })
  }
}
