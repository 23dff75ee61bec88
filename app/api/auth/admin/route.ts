import { answerAdmin } from '@/lib/access/forms/answer-admin'

export function POST(request: Request): Promise<Response> {
  return answerAdmin(request)
}
