import { onlyPost } from '@/lib/http/problem'
import { answerDecision } from '@/lib/upload/http/answer-decision'

/** Loads the files of an upload, checks them again or forgets them. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDecision(request, (await params).id)
}

export function GET(): Response {
  return onlyPost()
}
