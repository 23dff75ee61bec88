import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { isIsoDate } from '@/lib/base/dates'
import type { KnownVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { publishesItself } from '@/lib/editions/get-editions'
import { newestPublishedVersion, publishedVersionOf } from '@/lib/editions/newest-published'
import { currentScope } from '@/lib/scope/current-scope'

/**
 * Returns the newest data version that the readers of the current scope may see; whatever is newer does not exist for them.
 * By a share link it is the only one of the link. For the desk, and where weeks are published by themselves, it is the newest of all; for others that of the newest edition,
 * and number 0 while nothing is published.
 */
export async function newestReadable(): Promise<KnownVersion> {
  const newest = await latestVersion()
  const { share } = currentScope()
  if (share !== undefined) return { ...newest, id: share.version, stamp: share.stamp }
  return currentScope().drafts || publishesItself() ? newest : newestPublishedVersion(newest)
}

/** Of a page or a file of a week. */
const OF_WEEK = /^\/weeks\/([^/]+)(?:\/|$)/

/**
 * Returns the newest data version as of which the readers of the current scope may see a page. At a desk, a published week stays for
 * readers who see no drafts as its edition has it, whatever was published since.
 * @param path of the page, without language: "/weeks/2024-08-30/report.pdf"
 * @param market of its address, if it has one
 */
export async function newestReadableAt(path: string, market: string | undefined): Promise<KnownVersion> {
  const readable = await newestReadable()
  const { drafts, share } = currentScope()
  if (drafts || share !== undefined || publishesItself() || readable.id === 0) return readable
  const date = OF_WEEK.exec(path)?.[1]
  if (path !== '/' && (date === undefined || !isIsoDate(date))) return readable
  const days = await getReportDays(readable.id, market)
  if (days === null) return readable
  const own = await publishedVersionOf(await latestVersion(), { market: days.market, date: date ?? days.last })
  return own === null ? readable : { ...readable, ...own }
}

/** Returns whether the readers of the current scope may see a data version, which its address names. */
export async function isReadable(version: number): Promise<boolean> {
  const { share } = currentScope()
  if (share !== undefined) return version === share.version
  return version <= (await newestReadable()).id
}
