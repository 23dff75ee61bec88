import type { Catalogue } from './inputs'

/** The catalogue with the factors and portfolios of one market alone; markets and families stay. */
export function ofMarket(catalogue: Catalogue, market: string): Catalogue {
  const isHere = ({ marketCode }: { marketCode: string }) => marketCode === market
  return {
    ...catalogue,
    factors: catalogue.factors.filter(isHere),
    portfolios: catalogue.portfolios.filter(isHere),
  }
}
