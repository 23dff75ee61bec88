import { splitLocale } from '@/lib/base/locale'
import { findShare } from './share-state'

/** Returns the HTTP status of the page of a share link: 404 when it is unknown, 410 when it cannot be opened; null for other pages. */
export async function shareStatus(pathname: string): Promise<200 | 404 | 410 | null> {
  const token = /^\/s\/([^/]+)$/.exec(splitLocale(pathname).path)?.[1]
  if (token === undefined) return null
  const link = await findShare(token)
  if (link === null) return 404
  return link.state === 'open' ? 200 : 410
}
