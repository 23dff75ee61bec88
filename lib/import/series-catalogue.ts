import type { SeriesLife } from '@/lib/import/check-date'
import type { ReturnKind } from '@/lib/import/return-kinds'
import { getCatalogue } from '@/lib/queries/get-catalogue'

/** The known series by kind and code. */
export type SeriesCatalogue = Record<ReturnKind, ReadonlyMap<string, SeriesLife>>

export async function readSeriesCatalogue(): Promise<SeriesCatalogue> {
  const { factors, portfolios } = await getCatalogue()
  return { factor_returns: livesByCode(factors), portfolio_returns: livesByCode(portfolios) }
}

function livesByCode(
  series: { code: string; marketCode: string; inception: string }[],
): ReadonlyMap<string, SeriesLife> {
  return new Map(series.map(({ code, marketCode, inception }) => [code, { market: marketCode, inception }]))
}
