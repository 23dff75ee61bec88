import { requireRole } from '@/lib/access/request-reader'
import { refuseMethod } from '@/lib/import/http/answer-with-token'
import { answerRename } from '@/lib/store/rename/answer-rename'

export function POST(request: Request): Promise<Response> {
  requireRole('editor')
  return answerRename(request)
}

export const GET = refuseMethod
export const PUT = refuseMethod
export const PATCH = refuseMethod
export const DELETE = refuseMethod
