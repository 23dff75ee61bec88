import { answerApi } from '@/lib/api/answer-api'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { methodNotAllowed } from '@/lib/http/problem'

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerApi(request, (await params).path, ENDPOINTS)
}

export const POST = methodNotAllowed
export const PUT = methodNotAllowed
export const PATCH = methodNotAllowed
export const DELETE = methodNotAllowed
