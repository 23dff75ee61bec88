/** A line at the top of a page that depends on the moment or the reader: the kept bytes of the page do not have it. */
import type { Answer } from '@/lib/http/kept-answers'
import texts from '@/lib/messages/server.json'

const STYLE =
  'display:block;margin:0;padding:8px 16px;background:#fff3cd;color:#664d03;font:14px/20px sans-serif;text-align:center'

type Texts = typeof texts.en

/**
 * Returns a page with a line at its top; any other answer as it is.
 * @param url address of the request, which has the language
 * @param textOf returns the line
 */
export function withTopLine(answer: Answer, url: string, textOf: (texts: Texts) => string): Answer {
  if (!String(answer.headers['content-type'] ?? '').startsWith('text/html')) return answer
  const text = textOf(/^\/en(?=[/?]|$)/.test(url) ? texts.en : texts.zh)
  const { etag: _, ...headers } = answer.headers
  const body = insertAtTop(answer.body, `<store-notice role="status" style="${STYLE}">${text}</store-notice>`)
  return { status: answer.status, headers, body }
}

/** Inserts HTML after the opening tag of a page's body. */
function insertAtTop(page: Buffer, html: string): Buffer {
  const body = /<body[^>]*>/.exec(page.toString('latin1'))
  if (body === null) return page
  const at = body.index + body[0].length
  return Buffer.concat([page.subarray(0, at), Buffer.from(html), page.subarray(at)])
}
