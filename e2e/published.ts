/**
 * The published tables 1 and 2 of the week of 2024-08-30, as printed. They are repeated here, not imported from the
 * demo, so that the tests find a mistake there or in the formatter.
 */
interface Measure {
  week: string
  month: string
  year: string
  wins: string
}

interface Factor {
  code: string
  longShort: Measure
  longExcess: Measure
}

interface Portfolio {
  code: string
  excess: Measure
}

const FACTORS: readonly Factor[] = [
  {
    code: 'intraday-skewness',
    longShort: { week: '+0.09', month: '+0.57', year: '−1.83', wins: '4/8' },
    longExcess: { week: '+0.28', month: '+0.41', year: '−6.37', wins: '3/8' },
  },
  {
    code: 'downside-volatility-share',
    longShort: { week: '+0.15', month: '+0.97', year: '−3.67', wins: '2/8' },
    longExcess: { week: '+0.16', month: '+0.74', year: '−7.26', wins: '3/8' },
  },
  {
    code: 'post-open-buy-intention-share',
    longShort: { week: '−0.08', month: '−0.08', year: '+0.44', wins: '6/8' },
    longExcess: { week: '−0.15', month: '−0.04', year: '+0.09', wins: '4/8' },
  },
  {
    code: 'post-open-buy-intention-strength',
    longShort: { week: '−0.16', month: '−0.26', year: '+1.25', wins: '6/8' },
    longExcess: { week: '−0.34', month: '−0.79', year: '−0.28', wins: '4/8' },
  },
  {
    code: 'post-open-large-order-net-buy-share',
    longShort: { week: '+0.20', month: '+0.07', year: '+4.25', wins: '7/8' },
    longExcess: { week: '+0.37', month: '+0.13', year: '+3.17', wins: '7/8' },
  },
  {
    code: 'post-open-large-order-net-buy-strength',
    longShort: { week: '+0.21', month: '−0.18', year: '+4.00', wins: '6/8' },
    longExcess: { week: '+0.18', month: '+0.08', year: '+3.83', wins: '7/8' },
  },
  {
    code: 'improved-reversal',
    longShort: { week: '+0.01', month: '−0.91', year: '−0.98', wins: '4/8' },
    longExcess: { week: '−0.01', month: '−1.74', year: '−4.50', wins: '3/8' },
  },
  {
    code: 'closing-volume-share',
    longShort: { week: '+0.29', month: '+0.07', year: '+0.45', wins: '4/8' },
    longExcess: { week: '+0.30', month: '−0.23', year: '−4.13', wins: '2/8' },
  },
  {
    code: 'average-outflow-per-trade',
    longShort: { week: '−0.09', month: '−0.99', year: '−2.75', wins: '2/8' },
    longExcess: { week: '+0.05', month: '−0.47', year: '−1.63', wins: '3/8' },
  },
  {
    code: 'large-order-driven-gain',
    longShort: { week: '−0.16', month: '−0.37', year: '−3.87', wins: '1/8' },
    longExcess: { week: '−0.05', month: '−1.31', year: '−10.59', wins: '1/8' },
  },
  {
    code: 'improved-gru',
    longShort: { week: '+0.04', month: '+0.76', year: '+4.32', wins: '6/8' },
    longExcess: { week: '−0.01', month: '+0.32', year: '−0.38', wins: '5/8' },
  },
  {
    code: 'residual-attention-lstm',
    longShort: { week: '+0.18', month: '+0.98', year: '+3.68', wins: '6/8' },
    longExcess: { week: '0.00', month: '+0.48', year: '+1.03', wins: '5/8' },
  },
  {
    code: 'multi-granularity-5d',
    longShort: { week: '+0.28', month: '+1.09', year: '+7.40', wins: '7/8' },
    longExcess: { week: '+0.29', month: '+0.54', year: '+3.68', wins: '6/8' },
  },
  {
    code: 'multi-granularity-10d',
    longShort: { week: '+0.26', month: '+1.25', year: '+7.69', wins: '7/8' },
    longExcess: { week: '+0.26', month: '+0.62', year: '+3.45', wins: '5/8' },
  },
]

const PORTFOLIOS: readonly Portfolio[] = [
  { code: 'csi500-ai-enhanced', excess: { week: '−0.70', month: '+1.00', year: '+3.86', wins: '23/34' } },
  { code: 'csi1000-ai-enhanced', excess: { week: '+0.22', month: '+1.60', year: '+2.82', wins: '21/34' } },
]

/** Printed figures by the id of their cell ("improved-reversal.longShort.week"). */
export const PUBLISHED_CELLS: ReadonlyMap<string, string> = new Map(
  measures().flatMap(({ id, measure: { week, month, year } }) => [
    [`${id}.week`, week],
    [`${id}.month`, month],
    [`${id}.year`, year],
  ]),
)

/** Printed win rates by series and measure ("improved-reversal.longShort"). */
export const PUBLISHED_WINS: ReadonlyMap<string, string> = new Map(
  measures().map(({ id, measure }) => [id, measure.wins]),
)

function measures(): { id: string; measure: Measure }[] {
  return [
    ...FACTORS.flatMap(({ code, longShort, longExcess }) => [
      { id: `${code}.longShort`, measure: longShort },
      { id: `${code}.longExcess`, measure: longExcess },
    ]),
    ...PORTFOLIOS.map(({ code, excess }) => ({ id: `${code}.excess`, measure: excess })),
  ]
}
