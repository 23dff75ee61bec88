import { answerFrozen } from '@/lib/publish/answer-frozen'

interface Context {
  params: Promise<{ locale: string; view: string; period: string; number: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { period, ...path } = await params
  return answerFrozen(request, { ...path, date: period, window: 'quarter' }, 'report')
}
