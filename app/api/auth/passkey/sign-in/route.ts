import { answerPasskeySignIn } from '@/lib/access/forms/answer-passkey'

export function POST(request: Request): Promise<Response> {
  return answerPasskeySignIn(request)
}
