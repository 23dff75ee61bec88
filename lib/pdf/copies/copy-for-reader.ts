import { join } from 'node:path'
import type { Locale } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'
import { translatorFor } from '@/lib/messages/translate'
import { sourceVersion } from '@/lib/process/source-version'
import { currentScope } from '@/lib/scope/current-scope'
import { DocumentStore, type KeptDocument } from '../document-store'
import { pdfPool } from '../pdf-pool'
import { markCopy, pageSize } from './mark-copy'

const CACHE_BYTES_MAX = 64_000_000
const copies = new DocumentStore(join(readEnv(process.env).CACHE_DIR, 'copies'), CACHE_BYTES_MAX)

/**
 * Returns a PDF as the reader of the current scope gets it: for readers by a share link a copy with the client's name on each
 * page, for everybody else the document itself.
 */
export async function copyForReader(document: KeptDocument, locale: Locale, gone?: AbortSignal): Promise<KeptDocument> {
  const { share } = currentScope()
  if (share === undefined) return document
  const text = translatorFor(locale)('share.foot', { client: share.client })
  const key = JSON.stringify([sourceVersion(), document.sha256, share.id, text])
  const make = async (abandoned: AbortSignal) => {
    const order = { kind: 'watermark', text, locale, ...pageSize(document.bytes) } as const
    const { bytes } = await pdfPool.run(async () => order, abandoned)
    return markCopy(document.bytes, bytes, text)
  }
  return copies.get(key, make, gone)
}
