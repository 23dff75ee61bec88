import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { openApi } from '@/lib/api/open-api'
import { takesFiles } from '@/lib/import/http/answer-import'
import { IMPORT_SECURITY, importOperation } from '@/lib/import/http/describe-import'

/** The environment decides at the start of the server, not at build time, whether files can be loaded. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  const described = openApi(ENDPOINTS)
  if (!takesFiles()) return Response.json(described)
  const { paths, components } = described
  return Response.json({
    ...described,
    paths: { ...paths, '/imports': { post: importOperation() } },
    components: { ...components, securitySchemes: IMPORT_SECURITY },
  })
}
