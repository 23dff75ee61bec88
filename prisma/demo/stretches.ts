/** Weeks that were good or bad for many strategies at once; each of the demo's series has its own exposure to them. */

export interface Stretch {
  from: string
  to: string
  /** The strategies concerned: a family of factors, the portfolios, or all. */
  whom: 'all' | 'intraday' | 'order-flow' | 'deep-learning' | 'portfolios'
  /** Long-short return (a portfolio's excess) over the whole stretch, decimal fraction. */
  spread: number
  /** Gain of both legs against the benchmark over the stretch, decimal fraction. */
  tilt: number
}

export const STRETCHES: Stretch[] = [
  { from: '2014-11-21', to: '2015-01-05', whom: 'all', spread: -0.045, tilt: -0.02 }, // Large banks and brokers alone rise.
  { from: '2015-06-15', to: '2015-09-15', whom: 'all', spread: 0.05, tilt: 0.01 }, // Reversal after the crash pays.
  { from: '2016-01-04', to: '2016-01-28', whom: 'order-flow', spread: -0.025, tilt: 0 },
  { from: '2016-11-23', to: '2017-05-31', whom: 'intraday', spread: -0.05, tilt: -0.015 }, // Large companies against small.
  { from: '2018-02-01', to: '2018-06-29', whom: 'order-flow', spread: -0.03, tilt: 0 },
  { from: '2019-02-11', to: '2019-04-08', whom: 'intraday', spread: -0.04, tilt: -0.015 }, // The most volatile stocks lead.
  { from: '2019-02-11', to: '2019-03-15', whom: 'deep-learning', spread: -0.03, tilt: -0.01 },
  { from: '2020-06-15', to: '2020-08-05', whom: 'order-flow', spread: -0.03, tilt: 0 },
  { from: '2020-11-16', to: '2021-02-10', whom: 'all', spread: -0.05, tilt: -0.02 }, // A few large growth stocks alone rise.
  { from: '2021-02-18', to: '2021-05-31', whom: 'deep-learning', spread: 0.03, tilt: 0.01 },
  { from: '2021-08-02', to: '2021-09-24', whom: 'intraday', spread: -0.05, tilt: -0.01 }, // Rotation into commodity stocks.
  { from: '2021-09-08', to: '2021-11-12', whom: 'deep-learning', spread: -0.045, tilt: -0.015 },
  { from: '2021-09-08', to: '2021-12-15', whom: 'portfolios', spread: -0.05, tilt: 0 },
  { from: '2022-04-27', to: '2022-07-29', whom: 'order-flow', spread: -0.035, tilt: 0 },
  { from: '2022-11-01', to: '2022-12-30', whom: 'deep-learning', spread: -0.025, tilt: -0.01 },
  { from: '2023-01-30', to: '2023-06-20', whom: 'intraday', spread: -0.035, tilt: 0 }, // Crowding in themes.
  { from: '2023-02-01', to: '2023-04-10', whom: 'portfolios', spread: -0.03, tilt: 0 },
  { from: '2024-01-22', to: '2024-02-07', whom: 'all', spread: -0.03, tilt: -0.02 }, // Crowded small companies are sold.
  { from: '2024-02-08', to: '2024-03-08', whom: 'all', spread: 0.015, tilt: 0.005 }, // And bought back in part.
]
