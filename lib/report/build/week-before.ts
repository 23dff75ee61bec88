import type { TradingWindows } from '@/lib/analysis/trading-windows'
import { signOf } from '@/lib/base/format'
import { allFactors } from '@/lib/figures/figure-request'
import { figureRows } from '@/lib/figures/figure-rows'
import type { FigureContext } from '@/lib/figures/kinds/figure-kind'
import { figureTexts, type PageFigure } from '@/lib/figures/page-figure'
import type { FigureName } from '@/lib/figures/registry'
import type { FactorReturns } from '@/lib/figures/rows/row-sources'
import type { ComparedRow, RankMove, WeekBefore } from '@/lib/report/model/report'

interface WeekBeforeRequest {
  /** All factors, in the order of the report. */
  factors: ComparedRow[]
  windows: TradingWindows
  source: string
  /** Code of the market; undefined for the default market. */
  market?: string | undefined
  /** Whether it has figures of all factors: of many it has none, and in an issue. */
  hasFigures: boolean
}

/** Returns the changes in sign and rank since the week before, and figures of the week beside month and year. */
export function weekBefore(
  { factors, windows, source, market, hasFigures }: WeekBeforeRequest,
  context: FigureContext,
): WeekBefore {
  const last = windows.weeks.at(-2)
  const compared = factors.filter(
    ({ primary, standing }) => primary.week.value !== null && standing.lastWeek.value !== null,
  )
  const moves = rankMoves(factors)
  const figure = (kind: FigureName): PageFigure => {
    const rows = figureRows(kind, { factors: factors.map(returnsOf) }, context)
    if (rows === null) throw new TypeError(`${kind} is no figure of all factors`)
    const { title, note, ...texts } = figureTexts({ kind, rows }, context)
    const subject = context.t('weekBefore.allFactors', { count: factors.length })
    return { kind, code: allFactors(market), subject, title, note, source, ...texts }
  }
  return {
    asOf: last ? (windows.days[last.to - 1] ?? null) : null,
    compared: compared.length,
    ranked: factors.filter(({ standing }) => standing.rank !== null).length,
    turned: { up: turned(compared, 'up'), down: turned(compared, 'down') },
    risen: moves.filter(({ rank, lastRank }) => rank < lastRank),
    fallen: moves.filter(({ rank, lastRank }) => rank > lastRank),
    figures: hasFigures ? [figure('week-columns'), figure('week-scatter')] : [],
  }
}

/** Returns factors whose printed figure has this sign now and had not the week before, the largest first. */
function turned(rows: ComparedRow[], sign: 'up' | 'down'): ComparedRow[] {
  return rows
    .filter(({ primary, standing }) => signOf(primary.week.value) === sign && signOf(standing.lastWeek.value) !== sign)
    .sort((a, b) => Math.abs(Number(b.primary.week.value)) - Math.abs(Number(a.primary.week.value)))
}

/** Returns rank changes, the largest first; of equals, the one that ranks higher now. */
function rankMoves(factors: ComparedRow[]): RankMove[] {
  return factors
    .flatMap((row) => {
      const { rank, lastRank } = row.standing
      return rank === null || lastRank === null || rank === lastRank ? [] : [{ row, rank, lastRank }]
    })
    .sort((a, b) => Math.abs(b.rank - b.lastRank) - Math.abs(a.rank - a.lastRank) || a.rank - b.rank)
}

function returnsOf({ number, shortName, primary }: ComparedRow): FactorReturns {
  const { week, month, year } = primary
  return { number, name: shortName, week: week.value, month: month.value, year: year.value }
}
