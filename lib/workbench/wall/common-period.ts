import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { afterEnds, endPosition } from '@/lib/analysis/by-span/named-windows'
import { lineReturnOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { ratePerYear } from '@/lib/analysis/line'
import { positionFrom } from '@/lib/base/dates'
import type { FiguresRequest } from './get-wall-figures'
import type { FiguredEntry, WallEntry } from './wall'

/** Returns the first days of the oldest and of the youngest series; null without any. */
export function inceptions(series: readonly Pick<WallEntry, 'inception'>[]): { first: string; last: string } | null {
  const dates = series.map(({ inception }) => inception).toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** Returns the series with the figures of their whole period over the days since the youngest one began. */
export async function overCommonPeriod(
  request: FiguresRequest,
  series: readonly FiguredEntry[],
): Promise<FiguredEntry[]> {
  const from = inceptions(series)?.last
  if (from === undefined) return []
  const figures = new Map(
    (
      await Promise.all([
        returnsSince('factor', from, request, series),
        returnsSince('portfolio', from, request, series),
      ])
    ).flat(),
  )
  return series.map((each) => ({
    ...each,
    from,
    figures: { ...each.figures, inception: figures.get(each.code) ?? null },
  }))
}

/** Returns line figures since a day by code, per year when that is longer than a year; null when a day is missing. */
async function returnsSince(
  kind: WallEntry['kind'],
  from: string,
  { version, days, market, catalogue }: FiguresRequest,
  entries: readonly FiguredEntry[],
): Promise<[code: string, value: number | null][]> {
  const series = entries.filter((entry) => entry.kind === kind)
  const common = days.slice(positionFrom(days, from))
  if (series.length === 0 || common.length === 0) return []
  const windows = afterEnds(series, common)
  const many = await getSeriesBySpan({ version, kind: `${kind}_returns`, series, days: common, windows })
  const dated = { days: common, daysPerYear: daysPerYearOf(catalogue.markets, market) }
  return many.series.map(({ primary, start }, index) => {
    const entry = series[index] as FiguredEntry
    const span = { from: 0, to: endPosition(entry, common) }
    const total = lineReturnOverSpans({ pair: primary, start, days: many.days }, span)
    return [entry.code, ratePerYear(dated, total, span) ?? total]
  })
}
