import { answerPortrait } from '@/lib/pdf/answer-portrait'

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPortrait(request, await params)
}
