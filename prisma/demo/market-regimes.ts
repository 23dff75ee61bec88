/**
 * The regimes of the demo's market: the shape of A-shares since 2014, in round numbers. It is not the history of an
 * index.
 */

export interface MarketRegime {
  /** Last trading day; the regime begins after the previous one ends. */
  to: string
  /** Return of the equal-weighted universe over the regime, decimal fraction. */
  marketReturn: number
  /** Annualised volatility, decimal fraction. */
  volatility: number
}

export const MARKET_REGIMES: MarketRegime[] = [
  { to: '2014-07-21', marketReturn: 0.09, volatility: 0.16 },
  { to: '2014-11-20', marketReturn: 0.26, volatility: 0.15 },
  { to: '2015-01-05', marketReturn: 0.01, volatility: 0.25 },
  { to: '2015-06-12', marketReturn: 1.02, volatility: 0.27 },
  { to: '2015-07-08', marketReturn: -0.41, volatility: 0.42 },
  { to: '2015-08-17', marketReturn: 0.27, volatility: 0.42 },
  { to: '2015-09-15', marketReturn: -0.34, volatility: 0.46 },
  { to: '2015-12-31', marketReturn: 0.45, volatility: 0.28 },
  { to: '2016-01-28', marketReturn: -0.29, volatility: 0.42 },
  { to: '2016-11-22', marketReturn: 0.27, volatility: 0.22 },
  { to: '2017-06-01', marketReturn: -0.16, volatility: 0.14 },
  { to: '2018-01-24', marketReturn: 0.02, volatility: 0.13 },
  { to: '2018-10-18', marketReturn: -0.34, volatility: 0.22 },
  { to: '2019-01-03', marketReturn: 0.0, volatility: 0.23 },
  { to: '2019-04-08', marketReturn: 0.4, volatility: 0.25 },
  { to: '2019-08-06', marketReturn: -0.17, volatility: 0.21 },
  { to: '2020-02-25', marketReturn: 0.12, volatility: 0.19 },
  { to: '2020-03-23', marketReturn: -0.11, volatility: 0.3 },
  { to: '2020-07-13', marketReturn: 0.28, volatility: 0.2 },
  { to: '2021-02-08', marketReturn: -0.14, volatility: 0.18 },
  { to: '2021-09-13', marketReturn: 0.29, volatility: 0.14 },
  { to: '2022-04-26', marketReturn: -0.29, volatility: 0.21 },
  { to: '2022-08-16', marketReturn: 0.29, volatility: 0.18 },
  { to: '2022-10-31', marketReturn: -0.12, volatility: 0.17 },
  { to: '2023-04-18', marketReturn: 0.12, volatility: 0.13 },
  { to: '2023-10-23', marketReturn: -0.11, volatility: 0.13 },
  { to: '2023-12-29', marketReturn: 0.05, volatility: 0.14 },
  { to: '2024-01-31', marketReturn: -0.155, volatility: 0.24 },
  { to: '2024-02-07', marketReturn: -0.14, volatility: 0.35 },
  { to: '2024-02-29', marketReturn: 0.185, volatility: 0.28 },
  { to: '2024-03-29', marketReturn: 0.013, volatility: 0.2 },
  { to: '2024-04-30', marketReturn: -0.018, volatility: 0.27 },
  { to: '2024-05-31', marketReturn: -0.008, volatility: 0.16 },
  { to: '2024-06-28', marketReturn: -0.062, volatility: 0.19 },
  { to: '2024-07-31', marketReturn: 0.008, volatility: 0.2 },
  { to: '2024-08-23', marketReturn: -0.053, volatility: 0.15 },
  { to: '2024-08-30', marketReturn: 0.03, volatility: 0.17 },
]

/** Well-known days of this market: the universe's return before the regime is fitted, decimal fractions. */
export const DAYS_OF_NOTE: Record<string, number> = {
  '2015-06-26': -0.066,
  '2015-07-27': -0.08,
  '2015-08-24': -0.075,
  '2015-08-25': -0.058,
  '2016-01-04': -0.074,
  '2016-01-07': -0.075,
  '2016-01-26': -0.063,
  '2018-10-11': -0.058,
  '2019-05-06': -0.066,
  '2020-02-03': -0.081,
  '2022-04-25': -0.061,
  '2024-02-05': -0.045,
  '2024-02-06': 0.025,
  '2024-02-08': 0.038,
  '2024-02-28': -0.047,
}

/** An index made from the universe. */
export interface IndexProfile {
  /** Ticker. */
  code: string
  /** Share of the universe's daily return in the index. */
  beta: number
  /** Gain, in units of the common shock, when large companies do better than small ones. */
  largeCapLoading: number
  /** Annualised volatility of its idiosyncratic part, decimal fraction. */
  ownVolatility: number
  /** Return of each calendar year, decimal fraction; the last year ends with the demo data. */
  years: Record<string, number>
}

/** First day of every index, and of the portfolios. */
export const INDEX_INCEPTION = '2017-01-03'

export const INDICES: IndexProfile[] = [
  {
    code: '000300.SH',
    beta: 0.88,
    largeCapLoading: 2.4,
    ownVolatility: 0.03,
    years: {
      2017: 0.2178,
      2018: -0.2531,
      2019: 0.3607,
      2020: 0.2721,
      2021: -0.052,
      2022: -0.2163,
      2023: -0.1138,
      2024: -0.0321,
    },
  },
  {
    code: '000905.SH',
    beta: 0.96,
    largeCapLoading: 1,
    ownVolatility: 0.025,
    years: {
      2017: -0.0083,
      2018: -0.3324,
      2019: 0.2611,
      2020: 0.2037,
      2021: 0.1526,
      2022: -0.2018,
      2023: -0.0731,
      2024: -0.1517,
    },
  },
  {
    code: '000852.SH',
    beta: 1,
    largeCapLoading: 0.5,
    ownVolatility: 0.025,
    years: {
      2017: -0.1716,
      2018: -0.3642,
      2019: 0.2573,
      2020: 0.1921,
      2021: 0.2034,
      2022: -0.2146,
      2023: -0.0622,
      2024: -0.2043,
    },
  },
]
