import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import type { SeriesHistory } from '@/lib/analysis/history'
import { type Catalogue, getCatalogue } from '@/lib/db/queries/get-catalogue'
import { badRequest } from '@/lib/http/problem'
import { text } from '../columns'

/** The columns that identify a series in a row. */
export const SERIES_COLUMNS = {
  code: text('Code of the series.'),
  kind: text('factor or portfolio.'),
  nameZh: text('Name in Chinese.'),
  nameEn: text('Name in English.'),
}

export interface KnownSeries {
  names: { code: string; kind: string; nameZh: string; nameEn: string }
  history: SeriesHistory
}

interface Request {
  version: number
  /** Codes in order; by default all, in the order of the report. */
  codes?: readonly string[]
  /** Last ISO date, inclusive. */
  asOf?: string | undefined
}

/**
 * Returns series with their names as of a data version.
 * @throws ApiProblem 400 when a code is unknown
 */
export async function knownSeries({ version, codes, asOf }: Request): Promise<KnownSeries[]> {
  const names = namesOf(await getCatalogue({ version }))
  const wanted = codes ?? [...names.keys()]
  const unknown = wanted.filter((code) => !names.has(code))
  if (unknown.length > 0) throw badRequest(unknown.map(noSeries))
  const histories = await getSeriesHistories({ version, codes: wanted, asOf })
  return histories.flatMap((history) => {
    const named = names.get(history.code)
    return named ? [{ names: named, history }] : []
  })
}

function namesOf({ factors, portfolios }: Catalogue): Map<string, KnownSeries['names']> {
  const named = (kind: string) => (entry: { code: string; nameZh: string; nameEn: string }) =>
    [entry.code, { code: entry.code, kind, nameZh: entry.nameZh, nameEn: entry.nameEn }] as const
  return new Map([...factors.map(named('factor')), ...portfolios.map(named('portfolio'))])
}

function noSeries(code: string) {
  return { parameter: 'series', value: code, message: `series names "${code}", which is in no catalogue.` }
}
