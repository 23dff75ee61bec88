import { getCatalogue } from '@/lib/queries/get-catalogue'
import { getSeriesEnds } from '@/lib/queries/get-series-ends'
import { getReportDays } from '@/lib/report/report-days'

export interface Freshness {
  /** Last trading day with data of any market, ISO date. */
  last: string
  /** Codes of series that end before their market does, and of those that lack a day between their ends. */
  late: string[]
  gaps: string[]
}

/** How fresh the data of a version are; null while there are none. Kept, since a version never changes. */
export function getFreshness(version: number, stamp: string): Promise<Freshness | null> {
  const key = `${version}.${stamp}`
  const known = kept.get(key) ?? readFreshness(version)
  kept.delete(key)
  kept.set(key, known)
  known.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) if (kept.size > KEPT_MAX) kept.delete(oldest)
  return known
}

const KEPT_MAX = 50
const kept = new Map<string, Promise<Freshness | null>>()

async function readFreshness(version: number): Promise<Freshness | null> {
  const usual = await getReportDays(version)
  if (usual === null) return null
  const [catalogue, ends, ...markets] = await Promise.all([
    getCatalogue({ version }),
    getSeriesEnds({ version }),
    ...usual.markets.slice(1).map((market) => getReportDays(version, market)),
  ])
  const daysOf = new Map([usual, ...markets].flatMap((days) => (days ? [[days.market, days] as const] : [])))
  const marketOf = new Map([...catalogue.factors, ...catalogue.portfolios].map((row) => [row.code, row.marketCode]))
  const series = ends.flatMap((own) => {
    const days = daysOf.get(marketOf.get(own.code) ?? '')
    return days ? [{ ...own, days: own.days, market: days }] : []
  })
  const isLate = ({ last, market }: (typeof series)[number]) => last < market.last
  const hasGaps = ({ first, last, days, market }: (typeof series)[number]) =>
    days < market.days.filter((day) => day >= first && day <= last).length
  return {
    last:
      [...daysOf.values()]
        .map((days) => days.last)
        .sort()
        .at(-1) ?? usual.last,
    late: series.filter(isLate).map(({ code }) => code),
    gaps: series.filter(hasGaps).map(({ code }) => code),
  }
}
