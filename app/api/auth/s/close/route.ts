import { answerShareClosed } from '@/lib/access/forms/answer-share'

export function POST(request: Request): Promise<Response> {
  return answerShareClosed(request)
}
