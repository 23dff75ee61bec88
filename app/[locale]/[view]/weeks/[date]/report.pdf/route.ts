import { answerReport } from '@/lib/pdf/answer-report'

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerReport(request, await params, 'report')
}
