import { PROBLEM, problem, schemaOf } from '@/lib/import/http/describe-import'
import { withdrawalOutcome } from './withdrawal-outcome'
import { withdrawalRequest } from './withdrawal-request'

/** Returns the OpenAPI description of `POST /withdrawals`. */
export function withdrawalOperation() {
  return {
    operationId: 'withdrawals',
    tags: ['store'],
    summary: 'Take a load back',
    description:
      'Makes a new data version in which the rows of a version, or of series between dates, are as they were before it. Nothing is erased. A dry run unless dryRun is false. There is no such address unless the server has an IMPORT_TOKEN.',
    security: [{ importToken: [] }],
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: 'Repeating a request with the same key returns the same answer, even after a restart.',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(withdrawalRequest, 'input') } } },
    responses: {
      200: { description: 'A dry run, or no row to withdraw.', content: OUTCOME },
      201: { description: 'A new data version was created.', content: OUTCOME },
      400: problem('A field of the body is wrong, or the body was incomplete.'),
      401: problem('The token is missing or wrong.'),
      404: problem('This server accepts no changes: IMPORT_TOKEN is not set.'),
      408: problem('The body did not arrive in time.'),
      409: problem('A request with this Idempotency-Key is in progress.'),
      413: problem('The body is too large.'),
      422: {
        description:
          'This store cannot carry out the withdrawal (the detail says why), or the Idempotency-Key belongs to another request.',
        content: PROBLEM,
      },
      429: problem('Too many requests are changing the store.'),
      503: problem('The database does not answer.'),
    },
  }
}

const OUTCOME = { 'application/json': { schema: schemaOf(withdrawalOutcome, 'output') } }
