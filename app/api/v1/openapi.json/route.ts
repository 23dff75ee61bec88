import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { openApi } from '@/lib/api/open-api'
import { textsOperations } from '@/lib/editor/http/describe-texts'
import { takesFiles } from '@/lib/import/http/answer-with-token'
import { IMPORT_SECURITY, importOperation } from '@/lib/import/http/describe-import'
import { publishOperation } from '@/lib/publish/describe-operation'
import { renameOperation } from '@/lib/store/rename/describe-operation'
import { withdrawalOperation } from '@/lib/store/withdraw/describe-operation'

/** The environment decides at the start of the server, not at build time, whether the store can be changed. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  const described = openApi(ENDPOINTS)
  if (!takesFiles()) return Response.json(described)
  const { paths, components } = described
  return Response.json({
    ...described,
    paths: {
      ...paths,
      '/imports': { post: importOperation() },
      '/withdrawals': { post: withdrawalOperation() },
      '/renames': { post: renameOperation() },
      '/editions': { post: publishOperation() },
      '/weeks/{date}/texts': textsOperations(),
    },
    components: { ...components, securitySchemes: IMPORT_SECURITY },
  })
}
