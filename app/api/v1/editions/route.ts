import { refuseMethod } from '@/lib/import/http/answer-with-token'
import { answerPublication } from '@/lib/publish/answer-publication'

export function POST(request: Request): Promise<Response> {
  return answerPublication(request)
}

export const GET = refuseMethod
export const PUT = refuseMethod
export const PATCH = refuseMethod
export const DELETE = refuseMethod
