import { z } from 'zod'
import { commonParameters } from '@/lib/api/question/parameters'
import { FORMATS } from '@/lib/api/question/parse-question'
import type { Endpoint } from './endpoint'
import { CONTENT_TYPES } from './write-answer'

/** Returns the OpenAPI 3.1 description of the API, made from the schemas that parse requests and write answers. */
export function openApi(endpoints: readonly Endpoint[]) {
  return {
    openapi: '3.1.0',
    info: { title: 'Factor Weekly', version: '1', description: DESCRIPTION },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [`${endpoint.path}.{format}`, { get: operation(endpoint) }])),
    components: { schemas: { Problem: schemaOf(problemSchema) } },
  }
}

const DESCRIPTION = [
  'Tables as JSON, CSV, XLSX or Parquet, chosen by the extension. Returns are simple returns and decimal fractions',
  '(0.0109 is 1.09%) at full precision, dates are ISO dates, missing values are null in JSON and empty elsewhere.',
  'A figure is of one of two kinds. A window figure (day, week, month, quarter, year, one year) compares the returns of two legs by `convention`.',
  'A line figure is of the ratio of their NAVs, whose daily return is (1 + a)/(1 + b) − 1, under both conventions.',
  'With `version` an answer never changes; without it, it uses the newest data. Send an ETag in If-None-Match to skip unchanged answers.',
  'A next page is in `next` and in the Link header. Unknown and invalid parameters return 400 and are named.',
].join(' ')

/** Returns the schema of a JSON answer with rows of the given schema. */
export function answerSchema(row: z.ZodObject) {
  return z.object({
    version: z.number().int().meta({ description: 'Data version of the rows.' }),
    stamp: z.string().meta({ description: "The version's stamp: version=3.5f3a9c1e asks for it for ever." }),
    isDemo: z.boolean().meta({ description: 'Is any of the data up to this version synthetic?' }),
    total: z.number().int().meta({ description: 'Rows of all pages.' }),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }),
    rows: z.array(z.strictObject(row.shape)),
  })
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  faults: z.array(z.object({ parameter: z.string(), value: z.string().nullable(), message: z.string() })),
})

function operation({ path, tag, summary, description, parameters, row }: Endpoint) {
  const content = Object.fromEntries(
    FORMATS.map((format) => [
      CONTENT_TYPES[format].split(';')[0],
      { schema: format === 'json' ? schemaOf(answerSchema(row)) : { type: 'string' } },
    ]),
  )
  return {
    operationId: path
      .slice(1)
      .replaceAll(/[/{}]+/g, '-')
      .replace(/-$/, ''),
    tags: [tag],
    summary,
    description,
    parameters: [
      { name: 'format', in: 'path', required: true, schema: { type: 'string', enum: FORMATS } },
      ...described(parameters, path),
      ...described(commonParameters, path),
    ],
    responses: {
      200: { description: 'A page of rows.', headers: HEADERS, content },
      304: { description: 'Not modified: the ETag matches If-None-Match.' },
      400: { description: 'Invalid parameter.', content: PROBLEM },
      404: { description: 'Unknown address, series or data version.', content: PROBLEM },
      503: { description: 'The database does not answer.', content: PROBLEM },
    },
  }
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const HEADERS = {
  etag: { schema: { type: 'string' } },
  link: { description: 'The next page, when there is one.', schema: { type: 'string' } },
  'x-data-version': { description: 'Data version and stamp.', schema: { type: 'string' } },
}

function described(parameters: z.ZodObject, path: string) {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    const { description, example, ...schema } = typeof property === 'boolean' ? {} : property
    const isInPath = path.includes(`{${name}}`)
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || required.includes(name),
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
      schema,
    }
  })
}

function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...described } = z.toJSONSchema(schema)
  return described
}
