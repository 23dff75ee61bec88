import type { EditionDocument } from '@/lib/editions/edition-record'
import { ASK_EACH_TIME } from '@/lib/http/caching'
import { sendBody } from '@/lib/http/send-body'
import { getEditionDocument } from './get-edition-document'

/** Sends the bytes of a document of an edition as a file. */
export async function sendFrozen(
  request: Request,
  { sha256 }: Pick<EditionDocument, 'sha256'>,
  fileName: string,
): Promise<Response> {
  const body = await getEditionDocument(sha256)
  return sendBody(request, {
    body,
    type: 'application/pdf',
    caching: ASK_EACH_TIME,
    etag: `"${sha256}"`,
    file: { name: fileName, isShown: false },
    more: { 'x-document-bytes': String(body.length) },
  })
}
