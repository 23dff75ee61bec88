import { answerOrder } from '@/lib/store/answer-order'
import { RenameRefusal, rename } from './rename'
import { faultOf, renameRequest } from './rename-order'
import { renameOutcome } from './rename-outcome'

/**
 * Answers `POST /api/v1/renames`, whose body is an order in JSON: 201 with the new version, 200 in a dry run (the
 * default), or a problem. Without IMPORT_TOKEN it is 404.
 */
export function answerRename(request: Request): Promise<Response> {
  return answerOrder(request, {
    name: 'renames',
    order: renameRequest,
    example: '{"series": "old-code", "to": "new-code"}',
    outcome: renameOutcome,
    faultOf,
    carryOut: ({ dryRun, ...order }, change) => rename(order, { ...change, dryRun }),
    isRefusal: (error): error is RenameRefusal => error instanceof RenameRefusal,
  })
}
