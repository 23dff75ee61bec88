import { LRUCache } from 'lru-cache'
import { mondayOf } from '@/lib/base/dates'
import type { KnownVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import type { ReadScope } from '@/lib/scope/read-scope'
import { getEditionRows } from './get-edition-rows'
import { publishesItself } from './get-editions'

/** What is published at a desk: readers who see no drafts see the data version up to those dates. */
interface Published {
  /** The data version of the newest edition that stands, of any market; number 0 when there is none. */
  version: Pick<KnownVersion, 'id' | 'stamp'>
  /** The last day of the newest week whose edition stands, ISO date, by market. */
  until: Readonly<Record<string, string>>
  /** The data version of the edition that stands of each week, by market and Monday: "CN 2024-08-26". */
  ofWeeks: ReadonlyMap<string, Pick<KnownVersion, 'id' | 'stamp'>>
}

/** Returns the data version of the newest edition that stands, of any market; number 0 when there is none. */
export async function newestPublishedVersion(newest: KnownVersion): Promise<KnownVersion> {
  const { version } = await newestPublished(newest)
  // Texts that were saved since are not for those who see no drafts, and neither is their number.
  return { ...newest, ...version, editions: newest.editions?.replace(/-?t\d+$/, '') || null }
}

/**
 * Returns the data version of the edition that stands of a week; null when none does.
 * @param date any day of the week
 */
export async function publishedVersionOf(
  newest: KnownVersion,
  { market, date }: { market: string; date: string },
): Promise<Pick<KnownVersion, 'id' | 'stamp'> | null> {
  return (await newestPublished(newest)).ofWeeks.get(weekKey(market, date)) ?? null
}

function weekKey(market: string, date: string): string {
  return `${market} ${mondayOf(date)}`
}

/**
 * Returns a scope with the bound of dates that publishing sets: at a desk, readers who see no drafts see a market up to the last day
 * of its newest week that is published and not withdrawn. A scope that has a bound already keeps it.
 */
export async function withPublishedDates(scope: ReadScope): Promise<ReadScope> {
  if (scope.drafts || scope.until !== null || publishesItself()) return scope
  return { ...scope, until: (await newestPublished(await latestVersion())).until }
}

/** @param newest the newest data version: its state of the editions is the key by which the answer is kept */
async function newestPublished({ store, editions }: KnownVersion): Promise<Published> {
  if (editions === null) return NOTHING
  const key = `${store} ${editions}`
  const known = kept.get(key) ?? (await readNewest())
  kept.set(key, known)
  return known
}

const NOTHING: Published = { version: { id: 0, stamp: 'none' }, until: {}, ofWeeks: new Map() }

const kept = new LRUCache<string, Published>({ max: 16 })

async function readNewest(): Promise<Published> {
  const seen = new Set<string>()
  const standing = (await getEditionRows({})).filter(({ market, asOf, state }) => {
    const week = `${market} ${asOf}`
    const isNewest = !seen.has(week)
    seen.add(week)
    return isNewest && state !== 'withdrawn'
  })
  const [first] = standing.toSorted((one, other) => other.version - one.version)
  if (first === undefined) return NOTHING
  const byDate = standing.toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
  return {
    version: { id: first.version, stamp: first.stamp },
    until: Object.fromEntries(byDate.map(({ market, asOf }) => [market, asOf])),
    ofWeeks: new Map(
      standing.map(({ market, asOf, version, stamp }) => [weekKey(market, asOf), { id: version, stamp }]),
    ),
  }
}
