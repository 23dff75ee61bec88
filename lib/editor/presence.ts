/** Who has the texts of a week open, as far as this process knows: another instance of the server knows its own readers. */
interface OpenPage {
  /** Which open page of a browser it is. */
  page: string
  name: string
  /** As Date.now(). */
  seenAt: number
}

/** A page that has not asked for this long was closed, or is not looked at. Pages ask each ten seconds. */
const GONE_AFTER_MS = 25_000
/** Pages of one week; more are not listed. */
const PAGES_MAX = 50

/** Next bundles this module more than once: all copies share one list of the process. */
const shared: typeof globalThis & { factorWeeklyEditing?: Map<string, OpenPage[]> } = globalThis
shared.factorWeeklyEditing ??= new Map()
const byWeek = shared.factorWeeklyEditing

/**
 * Notes that somebody has the texts of a week open, and returns the names of the others, each once, first come first.
 * @param week of a market: "CN 2024-08-30"
 * @param page made up by the open page; the same person may have two
 */
export function notePresence(week: string, page: string, name: string, now = Date.now()): string[] {
  for (const [key, pages] of byWeek) {
    const present = pages.filter(({ seenAt }) => now - seenAt < GONE_AFTER_MS)
    if (present.length > 0) byWeek.set(key, present)
    else byWeek.delete(key)
  }
  const others = (byWeek.get(week) ?? []).filter((open) => open.page !== page)
  byWeek.set(week, [...others, { page, name, seenAt: now }].slice(-PAGES_MAX))
  return [...new Set(others.map((open) => open.name))]
}
