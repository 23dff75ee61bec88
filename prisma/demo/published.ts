/** Published figures of the week of 2024-08-30. The demo data is made so that all of them follow from daily returns. */

/** Returns in percent, to the hundredth as published; wins of the 8 months (factors) or 34 weeks (portfolios) of 2024. */
export interface PublishedFigures {
  week: number
  mtd: number
  ytd: number
  wins: number
}

export interface PublishedFactor {
  code: string
  longShort: PublishedFigures
  longExcess: PublishedFigures
}

export interface PublishedPortfolio {
  code: string
  excess: PublishedFigures
}

export const AS_OF = '2024-08-30'

export const PUBLISHED_FACTORS: PublishedFactor[] = [
  factor('intraday-skewness', [0.09, 0.57, -1.83, 4], [0.28, 0.41, -6.37, 3]),
  factor('downside-volatility-share', [0.15, 0.97, -3.67, 2], [0.16, 0.74, -7.26, 3]),
  factor('post-open-buy-intention-share', [-0.08, -0.08, 0.44, 6], [-0.15, -0.04, 0.09, 4]),
  factor('post-open-buy-intention-strength', [-0.16, -0.26, 1.25, 6], [-0.34, -0.79, -0.28, 4]),
  factor('post-open-large-order-net-buy-share', [0.2, 0.07, 4.25, 7], [0.37, 0.13, 3.17, 7]),
  factor('post-open-large-order-net-buy-strength', [0.21, -0.18, 4, 6], [0.18, 0.08, 3.83, 7]),
  factor('improved-reversal', [0.01, -0.91, -0.98, 4], [-0.01, -1.74, -4.5, 3]),
  factor('closing-volume-share', [0.29, 0.07, 0.45, 4], [0.3, -0.23, -4.13, 2]),
  factor('average-outflow-per-trade', [-0.09, -0.99, -2.75, 2], [0.05, -0.47, -1.63, 3]),
  factor('large-order-driven-gain', [-0.16, -0.37, -3.87, 1], [-0.05, -1.31, -10.59, 1]),
  factor('improved-gru', [0.04, 0.76, 4.32, 6], [-0.01, 0.32, -0.38, 5]),
  factor('residual-attention-lstm', [0.18, 0.98, 3.68, 6], [0, 0.48, 1.03, 5]),
  factor('multi-granularity-5d', [0.28, 1.09, 7.4, 7], [0.29, 0.54, 3.68, 6]),
  factor('multi-granularity-10d', [0.26, 1.25, 7.69, 7], [0.26, 0.62, 3.45, 5]),
]

export const PUBLISHED_PORTFOLIOS: PublishedPortfolio[] = [
  { code: 'csi500-ai-enhanced', excess: figures([-0.7, 1, 3.86, 23]) },
  { code: 'csi1000-ai-enhanced', excess: figures([0.22, 1.6, 2.82, 21]) },
]

type Row = [week: number, mtd: number, ytd: number, wins: number]

function factor(code: string, longShort: Row, longExcess: Row): PublishedFactor {
  return { code, longShort: figures(longShort), longExcess: figures(longExcess) }
}

function figures([week, mtd, ytd, wins]: Row): PublishedFigures {
  return { week, mtd, ytd, wins }
}
