import { answerLinks } from '@/lib/shares/answer-links'

export function POST(request: Request): Promise<Response> {
  return answerLinks(request)
}
