import { z } from 'zod'
import { SIZE_LIMITS } from '@/lib/import/read/size-limits'
import { importOutcomeSchema } from './outcome-schema'
import { importParameters } from './parameters'

const HEADERS = {
  'Idempotency-Key': 'The same request with the same key has the same answer, after a restart too.',
  'Content-Digest':
    'SHA-256 or SHA-512 of the body as RFC 9530 has it (sha-256=:…:); another one, or none that can be checked, is refused.',
  'X-Content-SHA256': 'The SHA-256, hexadecimal.',
}

/** `POST /imports` as OpenAPI has it. */
export function importOperation() {
  return {
    operationId: 'imports',
    tags: ['store'],
    summary: 'Load a file',
    description: `The body is the file, of any format that npm run import takes, of at most ${SIZE_LIMITS.fileBytes} bytes. There is no such address unless the server has an IMPORT_TOKEN.`,
    security: [{ importToken: [] }],
    parameters: [
      ...Object.entries(importParameters.shape).map(([name, schema]) => parameter('query', name, schema)),
      ...Object.entries(HEADERS).map(([name, text]) => parameter('header', name, z.string().optional().describe(text))),
    ],
    requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
    responses: {
      200: { description: 'Nothing was new, or it was a dry run.', content: OUTCOME },
      201: { description: 'There is a new data version.', content: OUTCOME },
      400: problem('A parameter or a checksum is wrong, or the body was cut or changed on the way.'),
      401: problem('The token is missing or wrong.'),
      404: problem('The server takes no files.'),
      408: problem('The body did not arrive in time.'),
      409: problem('A request with this Idempotency-Key is under way.'),
      413: problem('The file is too large.'),
      422: {
        description: 'The file has faults, or the Idempotency-Key belongs to another request.',
        content: { ...OUTCOME, ...PROBLEM },
      },
      429: problem('Too many files are being loaded.'),
      503: problem('The store does not answer.'),
    },
  }
}

/** How a script shows its token. */
export const IMPORT_SECURITY = { importToken: { type: 'http', scheme: 'bearer' } } as const

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const OUTCOME = { 'application/json': { schema: schemaOf(importOutcomeSchema, 'output') } }

function problem(description: string) {
  return { description, content: PROBLEM }
}

function parameter(place: 'query' | 'header', name: string, type: z.ZodType) {
  const { description, ...schema } = schemaOf(type, 'input')
  return { name, in: place, required: !type.safeParse(undefined).success, description, schema }
}

function schemaOf(type: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...described } = z.toJSONSchema(type, { io })
  return described
}
