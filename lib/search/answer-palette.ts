import { type PaletteAddress, parsePalettePath } from '@/lib/address/search-href'
import { latestVersion, stampOf } from '@/lib/db/latest-version'
import { ByteCache } from '@/lib/http/byte-cache'
import { getPaletteIndex } from './get-palette-index'

/** Answers a request below `/palette/`: 200 with the index, or 404 with a short text. */
export async function answerPalette(segments: readonly string[]): Promise<Response> {
  const address = parsePalettePath(segments)
  const body = address && (await bodies.get(segments.join('/'), () => makeBody(address)))
  if (body === null) return new Response('No such index.\n', { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(body, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': FOR_EVER },
  })
}

const bodies = new ByteCache<string>((text) => 2 * text.length, 8_000_000)

async function makeBody({ stamp, ...shown }: PaletteAddress): Promise<string | null> {
  if (shown.version > (await latestVersion()).id || (await stampOf(shown.version)) !== stamp) return null
  return JSON.stringify(await getPaletteIndex(shown))
}

/** The address names everything that the index depends on, so it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'
