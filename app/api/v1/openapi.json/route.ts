import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { openApi } from '@/lib/api/open-api'

export const dynamic = 'force-static'

export function GET(): Response {
  return Response.json(openApi(ENDPOINTS))
}
