interface TradedSeries {
  marketCode: string
}

interface Traded {
  factors: TradedSeries[]
  portfolios: TradedSeries[]
  indices: TradedSeries[]
}

/** Returns the catalogue with only the factors, portfolios and indices of one market; markets and families stay. */
export function catalogueForMarket<Catalogue extends Traded>(catalogue: Catalogue, market: string): Catalogue {
  const isHere = ({ marketCode }: TradedSeries) => marketCode === market
  return {
    ...catalogue,
    factors: catalogue.factors.filter(isHere),
    portfolios: catalogue.portfolios.filter(isHere),
    indices: catalogue.indices.filter(isHere),
  }
}
