import { LOCALES, localePrefix } from '@/lib/base/locale'
import { logError } from '@/lib/log/log'

/** Pages of the newest week, which readers open first. */
export const FIRST_PAGES = LOCALES.map((locale) => localePrefix(locale) || '/')

/** The pages of a version are made when two look-ups find it to be the newest: a week is often loaded in two files. */
const LOOK_MS = 500

/**
 * Calls `warm` once for each data version, soon after it has become the newest.
 * @param newest returns what names the newest version; it may throw when the database does not answer
 * @returns a function that ends the watch
 */
export function watchVersions(newest: () => Promise<string>, warm: () => Promise<void>): () => void {
  let [seen, warmed] = ['', '']
  const look = async () => {
    const version = await newest().catch(() => seen)
    const isSettled = version === seen
    seen = version
    if (!isSettled || version === warmed) return
    warmed = version
    await warm()
  }
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    look()
      .catch((error) => logError('The first pages of a data version could not be made', error))
      .finally(() => {
        isLooking = false
      })
  }, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
