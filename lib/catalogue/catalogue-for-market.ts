interface TradedSeries {
  marketCode: string
}

/** Returns the catalogue with only the factors and portfolios of one market; markets and families stay. */
export function catalogueForMarket<Catalogue extends { factors: TradedSeries[]; portfolios: TradedSeries[] }>(
  catalogue: Catalogue,
  market: string,
): Catalogue {
  const isHere = ({ marketCode }: TradedSeries) => marketCode === market
  return {
    ...catalogue,
    factors: catalogue.factors.filter(isHere),
    portfolios: catalogue.portfolios.filter(isHere),
  }
}
