import { answerSummary } from '@/lib/export/answer-summary'
import { SUMMARY_WORKBOOK } from '@/lib/export/summary-workbook'

interface Context {
  params: Promise<{ locale: string; view: string; period: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { period, ...path } = await params
  return answerSummary(request, { ...path, date: period, window: 'quarter' }, SUMMARY_WORKBOOK)
}
