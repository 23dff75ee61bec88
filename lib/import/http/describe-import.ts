import { z } from 'zod'
import { SIZE_LIMITS } from '@/lib/import/read/size-limits'
import { importAnswerSchema } from './outcome-schema'
import { importParameters } from './parameters'

const HEADERS = {
  'Idempotency-Key':
    'Repeating a request with the same key returns the same answer, even after a restart. A refused file does not use up the key.',
  'Content-Digest':
    'SHA-256 or SHA-512 of the body as in RFC 9530 (sha-256=:…:); a request whose digest differs or cannot be read is refused.',
  'X-Content-SHA256': 'The SHA-256, hexadecimal.',
}

/** Returns the OpenAPI description of `POST /imports`. */
export function importOperation() {
  return {
    operationId: 'imports',
    tags: ['store'],
    summary: 'Load a file',
    description: `The body is the file, or a form with files as its parts, of any format that npm run import takes, of at most ${SIZE_LIMITS.fileBytes} bytes. The files of a form are one load: all of them are written or none, and the answer to several is a list with an outcome for each, or with those that are refused. There is no such address unless the server has an IMPORT_TOKEN or accounts.`,
    security: [{ importToken: [] }],
    parameters: [
      ...Object.entries(importParameters.shape).map(([name, schema]) => parameter('query', name, schema)),
      ...Object.entries(HEADERS).map(([name, text]) => parameter('header', name, z.string().optional().describe(text))),
    ],
    requestBody: { required: true, content: BODY },
    responses: {
      200: { description: 'No new rows, or a dry run.', content: OUTCOME },
      201: { description: 'A new data version was created.', content: OUTCOME },
      400: problem('A parameter or a checksum is wrong, or the body was incomplete or changed in transit.'),
      401: problem('The token is missing or wrong.'),
      404: problem('This server accepts no files: it has neither IMPORT_TOKEN nor accounts.'),
      408: problem('The body did not arrive in time.'),
      409: problem('A request with this Idempotency-Key is in progress.'),
      413: problem('The file is too large.'),
      422: {
        description: 'The file has faults or findings that hold it, or the Idempotency-Key belongs to another request.',
        content: { ...OUTCOME, ...PROBLEM },
      },
      429: problem('Too many requests are changing the store.'),
      503: problem('The database does not answer.'),
    },
  }
}

/** The OpenAPI security scheme of the import token. */
export const IMPORT_SECURITY = { importToken: { type: 'http', scheme: 'bearer' } } as const

const BODY = {
  'application/octet-stream': { schema: {} },
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } } },
    },
  },
}
export const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const OUTCOME = { 'application/json': { schema: schemaOf(importAnswerSchema, 'output') } }

/** Returns a response of the OpenAPI document whose body is a problem. */
export function problem(description: string) {
  return { description, content: PROBLEM }
}

function parameter(location: 'query' | 'header', name: string, type: z.ZodType) {
  const { description, ...schema } = schemaOf(type, 'input')
  return { name, in: location, required: !type.safeParse(undefined).success, description, schema }
}

/** Returns the JSON schema of a type without its dialect. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(type, { io })
  return described
}
