import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import { type SeriesHistory, upToEnd } from '@/lib/analysis/history'
import { firstDayOfWeek } from '@/lib/base/dates'
import { isInWeek } from '@/lib/catalogue/split-at-end'
import { type Catalogue, getCatalogue } from '@/lib/db/queries/get-catalogue'
import { badRequest } from '@/lib/http/problem'
import { optionalDate, text } from '../columns'

/** The columns that identify a series in a row. */
export const SERIES_COLUMNS = {
  code: text('Code of the series.'),
  kind: text('factor or portfolio.'),
  nameZh: text('Name in Chinese.'),
  nameEn: text('Name in English.'),
  ended: optionalDate('Its last day, if it has ended; null while it goes on.'),
}

export interface KnownSeries {
  names: { code: string; kind: string; nameZh: string; nameEn: string; ended: string | null }
  history: SeriesHistory
}

interface Request {
  version: number
  /** Codes in order; by default all of the week, in the order of the report. */
  codes?: readonly string[]
  /** Last ISO date, inclusive. */
  asOf?: string | undefined
}

/**
 * Returns series with their names as of a data version. Named ones that have ended are as of their end, at the latest;
 * others that ended before the week of the day asked for are left out.
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
    if (!named) return []
    if (codes !== undefined) return [{ names: named, history: upToEnd(history) }]
    const last = history.days.at(-1)
    return last === undefined || isInWeek(named, firstDayOfWeek(history.days, last)) ? [{ names: named, history }] : []
  })
}

/** Returns every series of a catalogue by code: factors, then portfolios, in the order of the report. */
export function namesOf({ factors, portfolios }: Catalogue): Map<string, KnownSeries['names']> {
  const named =
    (kind: string) =>
    ({ code, nameZh, nameEn, ended }: { code: string; nameZh: string; nameEn: string; ended: string | null }) =>
      [code, { code, kind, nameZh, nameEn, ended }] as const
  return new Map([...factors.map(named('factor')), ...portfolios.map(named('portfolio'))])
}

function noSeries(code: string) {
  return { parameter: 'series', value: code, message: `series names "${code}", which is in no catalogue.` }
}
