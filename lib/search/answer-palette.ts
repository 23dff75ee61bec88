import { type PaletteAddress, parsePalettePath } from '@/lib/address/search-href'
import { latestVersion, stampOf } from '@/lib/db/latest-version'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { FOR_EVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'
import { getPaletteIndex } from './get-palette-index'

/** Answers a request below `/palette/`: 200 with the index, 304, or 404 with a short text. */
export async function answerPalette(request: Request, segments: readonly string[]): Promise<Response> {
  const address = parsePalettePath(segments)
  const body = address && (await bodies.get(segments.join('/'), () => makeBody(address)))
  if (body === null) return plainText(404, 'No such index.')
  return sendBody(request, { body, type: 'application/json; charset=utf-8', caching: FOR_EVER })
}

const bodies = new BoundedCache<Uint8Array<ArrayBuffer>>(({ length }) => length, 8_000_000)

async function makeBody({ stamp, ...shown }: PaletteAddress): Promise<Uint8Array<ArrayBuffer> | null> {
  if (shown.version > (await latestVersion()).id || (await stampOf(shown.version)) !== stamp) return null
  return new TextEncoder().encode(JSON.stringify(await getPaletteIndex(shown)))
}
