import { getLatestVersion } from '@/lib/db/queries/get-latest-version'
import { plainText, tryLater } from '@/lib/http/plain-text'

/** Readiness: the database responds and there is data to show. */
export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const latest = await getLatestVersion().catch((error: unknown) => {
    console.error(error)
    return 'unreachable' as const
  })
  if (latest === 'unreachable') return tryLater('the database does not answer')
  if (latest === null) return tryLater('no data has been loaded')
  return plainText(200, `data version ${latest.id}`)
}
