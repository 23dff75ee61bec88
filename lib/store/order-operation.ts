import type { z } from 'zod'
import { PROBLEM, problem, schemaOf } from '@/lib/import/http/describe-import'

interface OrderTexts {
  /** The last part of the address. */
  name: string
  summary: string
  description: string
  /** The noun for what the order does. */
  noun: string
  /** What an answer of 200 says. */
  nothing: string
  /** What an answer of 201 says; by default that there is a new data version. */
  made?: string
  order: z.ZodType
  outcome: z.ZodType
}

/** Returns the OpenAPI description of an address that takes orders in JSON. */
export function orderOperation({ name, summary, description, noun, nothing, made, order, outcome }: OrderTexts) {
  const content = { 'application/json': { schema: schemaOf(outcome, 'output') } }
  return {
    operationId: name,
    tags: ['store'],
    summary,
    description: `${description} A dry run unless dryRun is false. There is no such address unless the server has an IMPORT_TOKEN or accounts.`,
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
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(order, 'input') } } },
    responses: {
      200: { description: nothing, content },
      201: { description: made ?? 'A new data version was created.', content },
      400: problem('A field of the body is wrong, or the body was incomplete.'),
      401: problem('The token is missing or wrong.'),
      404: problem('This server accepts no changes: it has neither IMPORT_TOKEN nor accounts.'),
      408: problem('The body did not arrive in time.'),
      409: problem('A request with this Idempotency-Key is in progress.'),
      413: problem('The body is too large.'),
      422: {
        description: `This store cannot carry out the ${noun} (the detail says why), or the Idempotency-Key belongs to another request.`,
        content: PROBLEM,
      },
      429: problem('Too many requests are changing the store.'),
      503: problem('The database does not answer.'),
    },
  }
}
