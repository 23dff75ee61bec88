import { answerAuditFile } from '@/lib/export/answer-audit-file'

export function GET(request: Request): Promise<Response> {
  return answerAuditFile(request, 'csv')
}
