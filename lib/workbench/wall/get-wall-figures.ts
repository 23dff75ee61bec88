import { setImmediate as nextTurn } from 'node:timers/promises'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { namedPeriodsIn, namedWindows } from '@/lib/analysis/by-span/named-windows'
import { lineReturnOverSpans, spreadOverSpans } from '@/lib/analysis/by-span/series-by-span'
import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { namedFigures } from '@/lib/analysis/statistics/named-returns'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { FiguredEntry, WallEntry } from './wall'

/** What figures of a wall are computed of, besides its series. */
export interface FiguresRequest extends Pick<ReportInputs, 'version' | 'convention' | 'days' | 'market'> {
  catalogue: { markets: Parameters<typeof daysPerYearOf>[0] }
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
  const series = entries.filter((entry) => entry.kind === kind)
  if (series.length === 0) return []
  const { year, weeksOfYear } = tradingWindows(days)
  const upToWeeks = weeksOfYear.map(({ to }) => ({ from: year.from, to }))
  const windows = [...namedWindows(series, days), ...upToWeeks]
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
