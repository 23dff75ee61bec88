import { answerWeekDocument } from '@/lib/publish/answer-week-document'

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerWeekDocument(request, await params, 'one-page')
}
