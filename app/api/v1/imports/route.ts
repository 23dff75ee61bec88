import { requireRole } from '@/lib/access/request-reader'
import { answerImport } from '@/lib/import/http/answer-import'
import { refuseMethod } from '@/lib/import/http/answer-with-token'

export function POST(request: Request): Promise<Response> {
  requireRole('editor')
  return answerImport(request)
}

export const GET = refuseMethod
export const PUT = refuseMethod
export const PATCH = refuseMethod
export const DELETE = refuseMethod
