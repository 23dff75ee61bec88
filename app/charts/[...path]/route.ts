import { answerChart } from '@/lib/charts/answer-chart'
import { getFigureRows, getSheetRows } from '@/lib/report/figure-rows'

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerChart(request, (await params).path, { figure: getFigureRows, sheet: getSheetRows })
}
