import { onlyPost } from '@/lib/http/problem'
import { answerWithdrawalForm } from '@/lib/upload/http/answer-withdrawal-form'

interface Segments {
  params: Promise<{ version: string }>
}

/** Takes a data version back, after the dry run that its page showed. */
export async function POST(request: Request, { params }: Segments): Promise<Response> {
  return answerWithdrawalForm(request, (await params).version)
}

export function GET(): Response {
  return onlyPost()
}
