import { requireRole } from '@/lib/access/request-reader'
import { refuseMethod } from '@/lib/import/http/answer-with-token'
import { answerWithdrawal } from '@/lib/store/withdraw/answer-withdrawal'

export function POST(request: Request): Promise<Response> {
  requireRole('editor')
  return answerWithdrawal(request)
}

export const GET = refuseMethod
export const PUT = refuseMethod
export const PATCH = refuseMethod
export const DELETE = refuseMethod
