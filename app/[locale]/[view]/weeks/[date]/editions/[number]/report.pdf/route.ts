import { answerFrozen } from '@/lib/publish/answer-frozen'

interface Context {
  params: Promise<{ locale: string; view: string; date: string; number: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerFrozen(request, await params, 'report')
}
