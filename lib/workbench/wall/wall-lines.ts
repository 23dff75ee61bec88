import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import { getSeriesBySpan } from '@/lib/analysis/by-span/get-series-by-span'
import { type LineBounds, lineBounds, outermost } from '@/lib/analysis/by-span/line-bounds'
import { sharedWindows } from '@/lib/analysis/by-span/named-windows'
import { addDays, positionAfter, positionFrom } from '@/lib/base/dates'
import type { SharedScale } from '@/lib/charts/frame'
import { getLineExtremes } from '@/lib/db/queries/get-line-extremes'
import type { LineLife } from '@/lib/db/queries/read-whole-lines'
import type { FigureName } from '@/lib/figures/registry'
import { MANY_FACTORS } from '@/lib/report/many/many-factors'

/** Returns the kind of figure of a small multiple on the wall. */
export function outlineKind(line: WallParameters['line']): FigureName {
  return line === undefined ? 'outline' : `outline-${line}`
}

interface Life {
  code: string
  inception: string
  ended: string | null
}

interface Request {
  /** Data version of the rows. */
  version: number
  /** All series of the wall. */
  catalogue: { factors: readonly Life[]; portfolios: readonly Life[] }
  /** Trading days of the market up to the as-of date, ascending ISO dates. */
  days: string[]
  line: WallParameters['line']
  /** Length of the windows of the rolling return, trading days. */
  windowDays: number
}

/**
 * Returns the codes of the series that have the requested line, and axes on which all of them can be compared; null when
 * nothing is drawn. The store computes the axes, since only the daily returns of one page are read; of many factors from those
 * that can have the lowest or highest value of all, by an aggregate that other pages need too.
 */
export async function getWallLines({ version, catalogue, days, line, windowDays }: Request) {
  const [factors, portfolios] = [livesOn(days, catalogue.factors), livesOn(days, catalogue.portfolios)]
  const of = { version, days, line: line ?? 'ratio', windowDays } as const
  const isMany = line === undefined && factors.length > MANY_FACTORS
  const read = await Promise.all([
    getLineExtremes({
      ...of,
      kind: 'factor_returns',
      series: isMany ? await outermostLives({ version, days }, catalogue.factors, factors) : factors,
    }),
    getLineExtremes({ ...of, kind: 'portfolio_returns', series: portfolios }),
  ])
  const extremes = read.flat()
  const first = new Map(extremes.map((own) => [own.code, days[own.first]]))
  const found = [...factors, ...portfolios].flatMap(({ code, start }) => {
    // The other lines begin with their base, at the close before the first day, even when that day is missing.
    const from = line === 'return' ? first.get(code) : addDays(days[start] as string, -1)
    return from === undefined ? [] : [{ code, from }]
  })
  const begins = found.map(({ from }) => from).toSorted()[0]
  const scale: SharedScale | null =
    begins === undefined
      ? null
      : {
          from: begins,
          low: extremes.reduce((lowest, { low }) => Math.min(lowest, low), 1),
          high: extremes.reduce((highest, { high }) => Math.max(highest, high), 1),
        }
  return { scale, drawn: new Set(found.map(({ code }) => code)) }
}

/** After this number of series, other requests are answered. */
const TURN_SERIES = 100

/** Returns the factors whose ratio of NAVs may be the lowest or the highest of all. @param lives of those that have begun */
async function outermostLives(
  { version, days }: Pick<Request, 'version' | 'days'>,
  factors: readonly Life[],
  lives: readonly LineLife[],
): Promise<LineLife[]> {
  const windows = sharedWindows(factors, days)
  const many = await getSeriesBySpan({ version, kind: 'factor_returns', series: factors, days, windows })
  const bounds = new Map<string, LineBounds | null>()
  for (const own of many.series) {
    bounds.set(own.code, lineBounds(own, many.days))
    if (bounds.size % TURN_SERIES === 0) await nextTurn()
  }
  return outermost(
    lives,
    lives.map(({ code }) => bounds.get(code) ?? null),
  )
}

/** Returns the series that have begun, with the positions of their days. */
function livesOn(days: string[], series: readonly Life[]): LineLife[] {
  return series
    .map(({ code, inception, ended }) => ({
      code,
      start: positionFrom(days, inception),
      end: ended === null ? days.length : positionAfter(days, ended),
    }))
    .filter(({ start, end }) => start < end)
}
