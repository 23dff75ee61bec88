import type { SeriesLife } from '@/lib/import/check-date'
import { DAILY_RETURN_MAX } from '@/lib/import/parse-return'
import { getCatalogue } from '@/lib/queries/get-catalogue'

/** The known series by section of the catalogue and code. */
export type SeriesCatalogue = Record<'factors' | 'portfolios', ReadonlyMap<string, SeriesLife>>

/** As of a data version, or the newest. */
export async function readSeriesCatalogue(asOf: { version?: number } = {}): Promise<SeriesCatalogue> {
  const { markets, factors, portfolios } = await getCatalogue(asOf)
  const limits = new Map(markets.map(({ code, dailyReturnMax }) => [code, dailyReturnMax]))
  return { factors: livesByCode(factors, limits), portfolios: livesByCode(portfolios, limits) }
}

/** A market may widen the usual limit. */
function livesByCode(
  series: { code: string; marketCode: string; inception: string }[],
  limits: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, SeriesLife> {
  return new Map(
    series.map(({ code, marketCode, inception }) => [
      code,
      { market: marketCode, inception, returnMax: limits.get(marketCode) ?? DAILY_RETURN_MAX },
    ]),
  )
}
