import { endPosition } from '@/lib/analysis/by-span/named-windows'
import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import type { LineRisk } from '@/lib/analysis/statistics/line-risk'
import { positionFrom } from '@/lib/base/dates'
import { getLineMoves } from '@/lib/db/queries/get-line-moves'
import { annualisedDeviation } from '@/lib/metrics/risk/annualised-volatility'
import type { FiguresRequest } from './get-wall-figures'
import type { FiguredEntry, WallEntry } from './wall'

/** A row of the wall's table; its risk is over the whole period. */
export interface WallRow extends FiguredEntry, Pick<LineRisk, 'volatility' | 'maximumDrawdown'> {}

/** Returns the rows of the table, in the order of the series. */
export async function getWallRows(request: FiguresRequest, series: readonly FiguredEntry[]): Promise<WallRow[]> {
  const [factors, portfolios] = await Promise.all([
    movesOf('factor', request, series),
    movesOf('portfolio', request, series),
  ])
  const found = new Map([...factors, ...portfolios].map((own) => [own.code, own]))
  const daysPerYear = daysPerYearOf(request.catalogue.markets, request.market)
  return series.map((own) => {
    const { deviation = null, lowest = null } = found.get(own.code) ?? {}
    return {
      ...own,
      volatility: deviation === null ? null : annualisedDeviation(deviation, daysPerYear),
      maximumDrawdown: lowest === null ? null : lowest - 1,
    }
  })
}

/** Reads the moves of one kind of series, in the order of their codes, so that those of another order are known too. */
function movesOf(kind: WallEntry['kind'], { version, days }: FiguresRequest, series: readonly FiguredEntry[]) {
  const lives = series
    .filter((own) => own.kind === kind)
    .map((own) => ({ code: own.code, start: positionFrom(days, own.from), end: endPosition(own, days) }))
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  return getLineMoves({ version, kind: `${kind}_returns`, series: lives, days })
}
