import { latestVersion } from '@/lib/db/latest-version'
import { replicaWith } from '@/lib/db/replicas/replicas'
import { staleSince } from '@/lib/db/store-health'
import { plainText, tryLater } from '@/lib/http/plain-text'
import { isOverloaded } from '@/lib/http/request-gate'
import { logWarning } from '@/lib/log/log'

/** Readiness: the database or a replica responds, there is data to show, and requests are not refused. */
export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  if (isOverloaded()) return tryLater('more requests arrive than can be answered')
  const latest = await latestVersion().catch((error: unknown) => {
    logWarning('The data version could not be read', error)
    return null
  })
  const isAnswered = latest !== null && (staleSince() === null || replicaWith(latest) !== null)
  if (!isAnswered) return tryLater('the database does not answer')
  if (latest.id === 0) return tryLater('no data has been loaded')
  return plainText(200, `data version ${latest.id}`)
}
