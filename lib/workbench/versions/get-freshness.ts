import { LRUCache } from 'lru-cache'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { newestAliases } from '@/lib/db/newest-aliases'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getSeriesEnds } from '@/lib/db/queries/get-series-ends'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'

export interface Freshness {
  /** Last trading day with data of the market, ISO date; null where it has none. */
  last: string | null
  /**
   * Codes of series whose data end before those of their market, or before their own end, and of series with a missing
   * day between the ends of their data.
   */
  late: string[]
  gaps: string[]
}

/**
 * Returns how fresh the data of a version are; null when there are none.
 * @param market code of the market for `last`, the first one with data when not given; `late` covers all markets
 */
export async function getFreshness(version: number, stamp: string, market?: string): Promise<Freshness | null> {
  const known = await freshnessOf(version, stamp)
  if (known === null) return null
  const { usual, lastDays, ...series } = known
  return { last: lastDays.get(market ?? usual) ?? null, ...series }
}

/** Freshness of all markets. */
interface KnownFreshness extends Omit<Freshness, 'last'> {
  usual: string
  /** By market. */
  lastDays: Map<string, string>
}

/** Caches the result, since a version never changes. */
async function freshnessOf(version: number, stamp: string): Promise<KnownFreshness | null> {
  const { edition } = await newestAliases()
  return (await kept.fetch(`${version}.${stamp} ${edition} ${scopeHash(currentScope())}`, { context: version })) ?? null
}

const kept = new LRUCache<string, KnownFreshness, number>({
  max: 50,
  fetchMethod: async (_key, _stale, { context: version }) => (await readFreshness(version)) ?? undefined,
  ignoreFetchAbort: true,
})

async function readFreshness(version: number): Promise<KnownFreshness | null> {
  const usual = await getReportDays(version)
  if (usual === null) return null
  const [catalogue, ends, ...markets] = await Promise.all([
    getCatalogue({ version }),
    getSeriesEnds({ version }),
    ...usual.markets.slice(1).map((market) => getReportDays(version, market)),
  ])
  const daysOf = new Map([usual, ...markets].flatMap((days) => (days ? [[days.market, days] as const] : [])))
  const entryOf = new Map([...catalogue.factors, ...catalogue.portfolios].map((row) => [row.code, row]))
  const series = ends.flatMap((own) => {
    const entry = entryOf.get(own.code)
    const market = entry && daysOf.get(entry.marketCode)
    return market ? [{ ...own, ended: entry.ended, market }] : []
  })
  const isLate = ({ last, ended, market }: (typeof series)[number]) =>
    last < (ended === null ? market.last : (market.reported.findLast((day) => day <= ended) ?? market.last))
  const hasGaps = ({ first, last, days, market }: (typeof series)[number]) =>
    days < market.days.filter((day) => day >= first && day <= last).length
  return {
    usual: usual.market,
    lastDays: new Map([...daysOf].map(([market, { last }]) => [market, last])),
    late: series.filter(isLate).map(({ code }) => code),
    gaps: series.filter(hasGaps).map(({ code }) => code),
  }
}
