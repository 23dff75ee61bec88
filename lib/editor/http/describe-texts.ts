import { PROBLEM, problem, schemaOf } from '@/lib/import/http/describe-import'
import { putTexts, textsAnswer } from './texts-schemas'

/** Returns the OpenAPI description of `GET` and `PUT /weeks/{date}/texts`. */
export function textsOperations() {
  const content = { 'application/json': { schema: schemaOf(textsAnswer, 'input') } }
  const shared = {
    tags: ['texts'],
    security: [{ importToken: [] }],
    parameters: [
      {
        ...{ name: 'date', in: 'path', required: true, description: 'Any day of the week.' },
        schema: { type: 'string', format: 'date' },
      },
      {
        ...{
          name: 'market',
          in: 'query',
          required: false,
          description: 'Code of the market; the first one with data.',
        },
        schema: { type: 'string' },
      },
    ],
  }
  const failures = {
    400: problem('A parameter or a field of the body is wrong.'),
    401: problem('Nobody has signed in, or the token is wrong.'),
    403: problem('The token has not the use "publish", or the role may not write.'),
    404: problem('There is no report of this week.'),
    503: problem('The database does not answer.'),
  }
  return {
    get: {
      ...{ operationId: 'getTexts', ...shared },
      summary: 'What the desk wrote of a week, newest revision',
      responses: {
        200: { description: 'The texts, and their figures that are not those of the report.', content },
        ...failures,
      },
    },
    put: {
      ...{ operationId: 'putTexts', ...shared },
      summary: 'Save what the desk writes of a week',
      description:
        'Writes the next revision; the same texts as the newest revision write none. Nothing is overwritten.',
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(putTexts, 'input') } } },
      responses: {
        200: { description: 'Saved: the texts as they are kept.', content },
        ...failures,
        409: problem('Somebody else has saved since the base; the detail names the newest revision.'),
        413: problem('The body is too large.'),
        422: { description: 'The texts cannot be kept: each fault has its place and line.', content: PROBLEM },
        429: problem('Too many requests are changing the store.'),
      },
    },
  }
}
