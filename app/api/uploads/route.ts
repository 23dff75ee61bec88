import { onlyPost } from '@/lib/http/problem'
import { answerUpload } from '@/lib/upload/http/answer-upload'

/** Keeps and checks the files of a form of the page /data/load. */
export function POST(request: Request): Promise<Response> {
  return answerUpload(request)
}

export function GET(): Response {
  return onlyPost()
}
