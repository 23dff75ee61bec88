import { answerFactsheet } from '@/lib/pdf/answer-factsheet'

interface Context {
  params: Promise<{ locale: string; view: string; code: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerFactsheet(request, await params, 'factors')
}
