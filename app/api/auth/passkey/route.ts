import { answerPasskey } from '@/lib/access/forms/answer-passkey'

export function POST(request: Request): Promise<Response> {
  return answerPasskey(request)
}
