import type { EditionDocument } from '@/lib/editions/edition-record'
import { ASK_EACH_TIME } from '@/lib/http/caching'
import { sendBody } from '@/lib/http/send-body'
import { copyForReader } from '@/lib/pdf/copies/copy-for-reader'
import { getEditionDocument } from './get-edition-document'

/** Sends the bytes of a document of an edition as a file; by a share link a copy of them that names its client. */
export async function sendFrozen(
  request: Request,
  document: Pick<EditionDocument, 'sha256' | 'locale'>,
  fileName: string,
): Promise<Response> {
  const frozen = { bytes: await getEditionDocument(document.sha256), sha256: document.sha256 }
  const { bytes: body, sha256 } = await copyForReader(frozen, document.locale, request.signal)
  return sendBody(request, {
    body,
    type: 'application/pdf',
    caching: ASK_EACH_TIME,
    etag: `"${sha256}"`,
    file: { name: fileName, isShown: false },
    more: { 'x-document-bytes': String(body.length) },
  })
}
