import { answerSummary } from '@/lib/export/answer-summary'
import { SUMMARY_MESSAGE } from '@/lib/export/summary-mail'

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerSummary(request, await params, SUMMARY_MESSAGE)
}
