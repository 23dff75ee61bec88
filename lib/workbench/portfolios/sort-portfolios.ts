import type { PortfolioColumn } from '@/lib/address/parameters/portfolio-parameters'
import type { PortfolioFigures } from './get-portfolios'

type Sorted = Pick<PortfolioFigures, 'row' | 'statistics'>

/** Returns the figure of a column; returns as decimal fractions, the win rate as the share of winning weeks. null for none. */
export function columnValue({ row, statistics }: Sorted, column: PortfolioColumn): number | null {
  const { primary, standing } = row
  switch (column) {
    case 'week':
    case 'month':
    case 'year':
      return primary[column].value
    case 'quarter':
      return standing.quarter.value
    case 'wins':
      return primary.winRate.periods === 0 ? null : primary.winRate.wins / primary.winRate.periods
    case 'excess':
      return statistics && (statistics.annualisedReturn.value ?? statistics.periodReturn.value)
    case 'trackingError':
      return statistics?.volatility.value ?? null
    case 'informationRatio':
      return statistics?.returnToRisk.value ?? null
    case 'drawdown':
      return statistics?.maximumDrawdown?.depth ?? null
    case 'beta':
      return statistics?.index?.beta ?? null
    default:
      return statistics?.index?.[column].value ?? null
  }
}

/** Sorts by a column, greatest or smallest first; portfolios without the figure are last, equal ones keep their order. */
export function sortPortfolios<Portfolio extends Sorted>(
  all: readonly Portfolio[],
  column: PortfolioColumn,
  isAscending: boolean,
): Portfolio[] {
  return [...all].sort((a, b) => {
    const [first, second] = [columnValue(a, column), columnValue(b, column)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return isAscending ? first - second : second - first
  })
}
