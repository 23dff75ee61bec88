import { isReadable } from '@/lib/address/readable-version'
import { parseSearchPath, type SearchAddress } from '@/lib/address/search-href'
import { stampOf } from '@/lib/db/latest-version'
import { FOR_EVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { getSearchIndex } from './get-search-index'

/** Answers a request below `/search-index/`: 200 with the index, 304, or 404 with a short text. */
export async function answerSearchIndex(request: Request, segments: readonly string[]): Promise<Response> {
  const address = parseSearchPath(segments)
  const body = address && (await makeBody(address))
  if (body === null) return plainText(404, 'No such index.')
  return sendBody(request, { body, type: 'application/json; charset=utf-8', caching: FOR_EVER })
}

async function makeBody({ stamp, ...shown }: SearchAddress): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!(await isReadable(shown.version)) || (await stampOf(shown.version)) !== stamp) return null
  return new TextEncoder().encode(JSON.stringify(await getSearchIndex(shown)))
}
