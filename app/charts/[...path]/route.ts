import { answerChart } from '@/lib/charts/answer-chart'
import { getFigureRows, getSheetRows } from '@/lib/report/figure-rows'

const UNAVAILABLE = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' }

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await answerChart(request, (await params).path, { figure: getFigureRows, sheet: getSheetRows })
  } catch (error) {
    console.error('A chart could not be made:', error instanceof Error ? error.message : error)
    return new Response('The chart could not be made. Please try again shortly.\n', {
      status: 503,
      headers: UNAVAILABLE,
    })
  }
}
