import { setImmediate as nextTurn } from 'node:timers/promises'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { namedPeriodsIn, sharedWindows } from '@/lib/analysis/by-span/named-windows'
import { lineReturnOverSpans, spreadOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { namedFigures } from '@/lib/analysis/statistics/named-returns'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { FiguredEntry, WallEntry } from './wall'

/** What figures of a wall are computed of, besides its series. */
export interface FiguresRequest extends Pick<ReportInputs, 'version' | 'convention' | 'days' | 'market'> {
  catalogue: Pick<ReportInputs['catalogue'], 'markets' | 'factors' | 'portfolios'>
}

/** After this number of series, other requests are answered. */
const TURN_SERIES = 100

/** Returns series with the figures of all named periods, in their order, from one aggregate in the store. */
export async function getWallFigures(request: FiguresRequest, entries: readonly WallEntry[]): Promise<FiguredEntry[]> {
  const [factors, portfolios] = await Promise.all([
    figuresOf('factor', request, entries),
    figuresOf('portfolio', request, entries),
  ])
  const found = new Map([...factors, ...portfolios].map((own) => [own.code, own]))
  return entries.flatMap(({ code }) => found.get(code) ?? [])
}

async function figuresOf(
  kind: WallEntry['kind'],
  { version, convention, days, market, catalogue }: FiguresRequest,
  entries: readonly WallEntry[],
): Promise<FiguredEntry[]> {
  const wanted = new Map(entries.map((entry) => [entry.code, entry]))
  // In the order of the catalogue, so that what another page read serves this one.
  const series = catalogue[`${kind}s`].flatMap(({ code }) => wanted.get(code) ?? [])
  if (series.length === 0) return []
  const { year, weeksOfYear } = tradingWindows(days)
  const upToWeeks = weeksOfYear.map(({ to }) => ({ from: year.from, to }))
  const windows = sharedWindows(series, days)
  const many = await getSeriesBySpan({ version, kind: `${kind}_returns`, series, days, windows })
  const daysPerYear = daysPerYearOf(catalogue.markets, market)
  const figured: FiguredEntry[] = []
  for (const [index, entry] of series.entries()) {
    const own = many.series[index]
    if (own === undefined) throw new TypeError(`${entry.code} was not read`)
    const pair = { pair: own.primary, start: own.start, days: many.days }
    const lineFigure = (span: Span) => lineReturnOverSpans(pair, span)
    const figures = namedFigures({ days, daysPerYear }, namedPeriodsIn(entry, own.start, days), {
      windowFigure: (span) => spreadOverSpans(pair, span, convention),
      lineFigure,
    })
    const weekEnds = upToWeeks.map(lineFigure).map((total) => (total === null ? null : 1 + total))
    figured.push({ ...entry, figures, spark: [1, ...weekEnds], from: entry.inception })
    if (index % TURN_SERIES === TURN_SERIES - 1) await nextTurn()
  }
  return figured
}
