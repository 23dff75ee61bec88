import { answerWeekDocument } from '@/lib/publish/answer-week-document'

interface Context {
  params: Promise<{ locale: string; view: string; period: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { period, ...path } = await params
  return answerWeekDocument(request, { ...path, date: period, window: 'quarter' }, 'report')
}
