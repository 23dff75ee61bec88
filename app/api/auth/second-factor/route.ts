import { answerSecondFactor } from '@/lib/access/forms/answer-second-factor'

export function POST(request: Request): Promise<Response> {
  return answerSecondFactor(request)
}
