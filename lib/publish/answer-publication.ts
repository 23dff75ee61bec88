import { pdfPool } from '@/lib/pdf/pdf-pool'
import { answerOrder } from '@/lib/store/answer-order'
import { PublishRefusal } from './find-published-week'
import { publish } from './publish'
import { faultOf, publishRequest } from './publish-order'
import { publishOutcome } from './publish-outcome'

/**
 * Answers `POST /api/v1/editions`, whose body is an order in JSON: 201 with the edition, 200 in a dry run (the default), or a
 * problem. Without IMPORT_TOKEN it is 404.
 */
export function answerPublication(request: Request): Promise<Response> {
  return answerOrder(request, {
    name: 'editions',
    order: publishRequest,
    example: '{"week": "2024-08-30"}',
    outcome: publishOutcome,
    faultOf,
    scope: 'publish',
    carryOut: ({ dryRun, ...order }, { loadedBy, beforeCommit }) =>
      publish(order, {
        ...{ publishedBy: loadedBy, dryRun, beforeCommit },
        make: async (document) => (await pdfPool.run(async () => document)).bytes,
      }),
    isRefusal: (error): error is PublishRefusal => error instanceof PublishRefusal,
  })
}
