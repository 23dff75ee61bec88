import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { openApi } from '@/lib/api/open-api'
import { IMPORT_SECURITY, importOperation } from '@/lib/import/http/describe-import'

export const dynamic = 'force-static'

export function GET(): Response {
  const { paths, components, ...described } = openApi(ENDPOINTS)
  return Response.json({
    ...described,
    paths: { ...paths, '/imports': { post: importOperation() } },
    components: { ...components, securitySchemes: IMPORT_SECURITY },
  })
}
