import { answerSecondStep } from '@/lib/access/forms/answer-sign-in'

export function POST(request: Request): Promise<Response> {
  return answerSecondStep(request)
}
