import { answerProvider } from '@/lib/access/forms/answer-provider'

export function GET(request: Request): Promise<Response> {
  return answerProvider(request)
}
