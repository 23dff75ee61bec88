import { answerAccount } from '@/lib/access/forms/answer-account'

export function POST(request: Request): Promise<Response> {
  return answerAccount(request)
}
