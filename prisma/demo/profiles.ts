/** The parameters of each demo series. Rates and volatilities are annual, decimal fractions. */

export interface FactorProfile {
  code: string
  family: 'intraday' | 'order-flow' | 'deep-learning'
  /** Factors of one twin measure the same signal and are more correlated than their family. */
  twin: string
  inception: string
  /** Volatility of long minus short in an ordinary market. */
  volatility: number
  /** Expected long-short return in the first year of the data, and in the last. */
  alpha: [first: number, last: number]
  /** Shares of the market's daily return in the returns of the legs. */
  betas: [long: number, short: number]
  /** NAVs of the legs at the end of 2023, as multiples of the benchmark's. */
  navs: [long: number, short: number]
}

export const FACTOR_PROFILES: FactorProfile[] = [
  {
    code: 'intraday-skewness',
    family: 'intraday',
    twin: 'shape',
    inception: '2014-01-02',
    volatility: 0.058,
    alpha: [0.13, 0.02],
    betas: [0.99, 1.01],
    navs: [1.34, 0.665],
  },
  {
    code: 'downside-volatility-share',
    family: 'intraday',
    twin: 'shape',
    inception: '2014-01-02',
    volatility: 0.056,
    alpha: [0.14, 0.02],
    betas: [0.985, 1.005],
    navs: [1.36, 0.61],
  },
  {
    code: 'post-open-buy-intention-share',
    family: 'order-flow',
    twin: 'intention',
    inception: '2014-01-02',
    volatility: 0.05,
    alpha: [0.15, 0.05],
    betas: [1.0, 1.005],
    navs: [1.47, 0.575],
  },
  {
    code: 'post-open-buy-intention-strength',
    family: 'order-flow',
    twin: 'intention',
    inception: '2014-01-02',
    volatility: 0.057,
    alpha: [0.16, 0.06],
    betas: [1.005, 0.995],
    navs: [1.55, 0.53],
  },
  {
    code: 'post-open-large-order-net-buy-share',
    family: 'order-flow',
    twin: 'large orders',
    inception: '2014-01-02',
    volatility: 0.052,
    alpha: [0.12, 0.08],
    betas: [1.01, 0.99],
    navs: [1.52, 0.56],
  },
  {
    code: 'post-open-large-order-net-buy-strength',
    family: 'order-flow',
    twin: 'large orders',
    inception: '2014-01-02',
    volatility: 0.054,
    alpha: [0.14, 0.08],
    betas: [1.01, 0.985],
    navs: [1.6, 0.51],
  },
  {
    code: 'improved-reversal',
    family: 'intraday',
    twin: 'reversal',
    inception: '2014-01-02',
    volatility: 0.07,
    alpha: [0.12, 0.03],
    betas: [0.985, 1.03],
    navs: [1.28, 0.685],
  },
  {
    code: 'closing-volume-share',
    family: 'intraday',
    twin: 'closing',
    inception: '2014-01-02',
    volatility: 0.052,
    alpha: [0.15, 0.04],
    betas: [0.965, 1.01],
    navs: [1.41, 0.6],
  },
  {
    code: 'average-outflow-per-trade',
    family: 'order-flow',
    twin: 'trade size',
    inception: '2014-01-02',
    volatility: 0.055,
    alpha: [0.16, 0.02],
    betas: [0.99, 1.0],
    navs: [1.49, 0.57],
  },
  {
    code: 'large-order-driven-gain',
    family: 'order-flow',
    twin: 'large gains',
    inception: '2014-01-02',
    volatility: 0.062,
    alpha: [0.17, -0.01],
    betas: [0.97, 1.02],
    navs: [1.36, 0.63],
  },
  {
    code: 'improved-gru',
    family: 'deep-learning',
    twin: 'recurrent',
    inception: '2014-01-02',
    volatility: 0.063,
    alpha: [0.2, 0.1],
    betas: [0.985, 1.0],
    navs: [1.94, 0.435],
  },
  {
    code: 'residual-attention-lstm',
    family: 'deep-learning',
    twin: 'recurrent',
    inception: '2014-01-02',
    volatility: 0.065,
    alpha: [0.19, 0.1],
    betas: [0.98, 1.005],
    navs: [1.88, 0.465],
  },
  {
    code: 'multi-granularity-5d',
    family: 'deep-learning',
    twin: 'granularity',
    inception: '2017-01-03',
    volatility: 0.064,
    alpha: [0.2, 0.12],
    betas: [0.985, 1.01],
    navs: [1.63, 0.555],
  },
  {
    code: 'multi-granularity-10d',
    family: 'deep-learning',
    twin: 'granularity',
    inception: '2017-01-03',
    volatility: 0.067,
    alpha: [0.21, 0.13],
    betas: [0.98, 1.015],
    navs: [1.71, 0.54],
  },
]

export interface PortfolioProfile {
  code: string
  benchmarkCode: string
  inception: string
  /** Tracking error in an ordinary market. */
  trackingError: number
  /** Expected excess in the first year of the data, and in the last. */
  alpha: [first: number, last: number]
  /** NAV at the end of 2023, as a multiple of the index's. */
  nav: number
}

export const PORTFOLIO_PROFILES: PortfolioProfile[] = [
  {
    code: 'csi500-ai-enhanced',
    benchmarkCode: '000905.SH',
    inception: '2017-01-03',
    trackingError: 0.045,
    alpha: [0.12, 0.06],
    nav: 1.74,
  },
  {
    code: 'csi1000-ai-enhanced',
    benchmarkCode: '000852.SH',
    inception: '2017-01-03',
    trackingError: 0.05,
    alpha: [0.12, 0.1],
    nav: 2.07,
  },
]
