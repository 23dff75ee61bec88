import { answerSummary } from '@/lib/export/answer-summary'
import { SUMMARY_CSV } from '@/lib/export/summary-csv'

interface Context {
  params: Promise<{ locale: string; view: string; period: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { period, ...path } = await params
  return answerSummary(request, { ...path, date: period, window: 'month' }, SUMMARY_CSV)
}
