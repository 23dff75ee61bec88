import { answerOrTryLater } from '@/lib/http/plain-text'
import { answerSearchIndex } from '@/lib/search/answer-search-index'

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  return answerOrTryLater('The search index', () => answerSearchIndex(request, path))
}
