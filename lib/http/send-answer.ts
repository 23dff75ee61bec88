import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isKnown, weakEtag } from './etag'
import type { EncodedAnswer } from './kept-answers'

/** Headers that describe a body, which an answer without one does not have. */
const OF_BODY = ['content-type', 'content-length', 'content-disposition', 'content-encoding', 'accept-ranges']

/**
 * Sends a whole answer, or 304 if the client has it already. Node sends no body to HEAD.
 * @param asked headers of the request
 */
export function sendAnswer(response: ServerResponse, answer: EncodedAnswer, asked: IncomingHttpHeaders): void {
  const headers = headersOf(answer)
  const { etag } = headers
  if (answer.status === 200 && typeof etag === 'string' && isKnown(asked['if-none-match'], etag)) {
    for (const name of OF_BODY) delete headers[name]
    response.writeHead(304, headers).end()
    return
  }
  if (answer.body.length > 0) headers['content-length'] = answer.body.length
  response.writeHead(answer.status, headers).end(answer.body)
}

function headersOf({ headers: own, encoding }: EncodedAnswer): OutgoingHttpHeaders {
  const headers = { ...own }
  if (encoding === 'identity') return headers
  headers['content-encoding'] = encoding
  // Ranges are of the body as it is, which has another ETag.
  delete headers['accept-ranges']
  if (typeof headers.etag === 'string') headers.etag = weakEtag(headers.etag)
  return headers
}
