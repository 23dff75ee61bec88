import { answerOrTryLater } from '@/lib/http/plain-text'
import { answerPalette } from '@/lib/search/answer-palette'

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  return answerOrTryLater('The search index', () => answerPalette(request, path))
}
