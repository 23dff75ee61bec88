import type { Cell } from '@/lib/analysis/cell'
import type { Report, SummaryRow, WindowRow } from '@/lib/report/model/report'

/** The figures of a report, by the ids of their cells. */
export interface ReportFigures {
  /** Decimal fractions; null where a cell has none. */
  cells: Record<string, number | null>
  /** Winning periods and all periods, by series and measure: "intraday-skewness.longShort". */
  winRates: Record<string, { wins: number; periods: number }>
}

/**
 * Returns the figures that a report shows in its tables and its line of the market: what an edition freezes, and what the
 * figures of its texts must equal.
 */
export function figuresOf({
  table1,
  table2,
  many,
  market,
}: Pick<Report, 'table1' | 'table2' | 'many' | 'market'>): ReportFigures {
  const families = many?.families ?? []
  const shown = table1.flatMap(({ rows }) => rows)
  const windows: WindowRow[] = families.flatMap(({ rows }) => rows)
  const daily: SummaryRow[] = [...shown, ...table2]
  const cells = [
    ...[...windows, ...daily].flatMap(cellsOf),
    ...daily.map(({ standing }) => standing.drawdown),
    ...table2.flatMap(({ absolute }) => Object.values(absolute)),
    ...market.flatMap(({ returns }) => Object.values(returns)),
  ]
  const winRates = [...windows, ...daily].flatMap(({ code, primary, longExcess }) =>
    [primary, longExcess].flatMap((measure) =>
      measure === null ? [] : [[measureId(code, measure.week), measure.winRate]],
    ),
  )
  return {
    cells: Object.fromEntries(cells.map(({ id, value }) => [id, value])),
    winRates: Object.fromEntries(winRates),
  }
}

function cellsOf({ primary, longExcess, standing }: WindowRow | SummaryRow): Cell[] {
  const measures = longExcess === null ? [primary] : [primary, longExcess]
  return [
    ...measures.flatMap(({ week, month, year }) => [week, month, year]),
    ...[standing.lastWeek, standing.change, standing.quarter, standing.oneYear],
  ]
}

/** Returns "intraday-skewness.longShort", of which the id of a cell begins. */
function measureId(code: string, { id }: Cell): string {
  return `${code}.${id.slice(code.length + 1).split('.')[0]}`
}
