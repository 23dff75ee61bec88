import { onlyPost } from '@/lib/http/problem'
import { answerPublicationForm } from '@/lib/publish/answer-publication-form'

interface Segments {
  params: Promise<{ date: string }>
}

/** Submits a week for review, publishes it or withdraws its edition, as the form of its page says. */
export async function POST(request: Request, { params }: Segments): Promise<Response> {
  return answerPublicationForm(request, (await params).date)
}

export function GET(): Response {
  return onlyPost()
}
