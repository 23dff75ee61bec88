import { onlyPost } from '@/lib/api/problem'
import { answerImport } from '@/lib/import/http/answer-import'

export function POST(request: Request): Promise<Response> {
  return answerImport(request)
}

export const GET = onlyPost
