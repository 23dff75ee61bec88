/** Files of a store without the demo data: two markets with a factor each, and a third market. */
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'

const MARKETS = 'code,nameZh,nameEn,dailyReturnMax\nCN,A 股,China A-shares,\nUS,美股,US equities,\n'
const FAMILIES = 'code,position,nameZh,nameEn\nprice,1,价量,Price\n'
export const FACTORS = [
  'code,position,familyCode,marketCode,inception,rebalance,nameZh,nameEn,shortNameZh,shortNameEn,descriptionZh,descriptionEn,universeZh,universeEn,referenceZh,referenceEn',
  'reversal,1,price,CN,2022-01-04,monthly,反转,Reversal,反转,Reversal,上月收益的反向。,Last month reversed.,全市场,All stocks,,',
  'value,2,price,US,2022-01-03,monthly,价值,Value,价值,Value,账面市值比。,Book to market.,全市场,All stocks,,',
  '',
].join('\n')

/** Independence Day of 2024 was a Thursday: no trading in New York, trading in Shanghai. */
const US_HOLIDAYS = ['2022-07-04', '2023-07-04', '2024-07-04']
const US_DAYS = weekdays('2022-01-03', '2024-07-05').filter((day) => !US_HOLIDAYS.includes(day))
export const CN_DAYS = shanghaiDays('2022-01-04', '2024-07-05')
export const US_RETURNS = draw(US_DAYS, 7)
const CN_RETURNS = draw(CN_DAYS, 11)
/** The first trading day of each month. */
const REBALANCINGS = CN_DAYS.filter((day, index) => day.slice(0, 7) !== CN_DAYS[index - 1]?.slice(0, 7))
export const COEFFICIENTS = draw(REBALANCINGS, 3).map(({ date, long, short }) => ({ date, ic: long, rankIc: short }))

export const FILES: [name: string, body: string][] = [
  ['markets.csv', MARKETS],
  ['families.csv', FAMILIES],
  ['factors.csv', FACTORS],
  ['returns.csv', returnsCsv({ reversal: CN_RETURNS, value: US_RETURNS })],
  [
    'ic.csv',
    ['date,series,ic,rank_ic', ...COEFFICIENTS.map(({ date, ic, rankIc }) => `${date},reversal,${ic},${rankIc}`)].join(
      '\n',
    ),
  ],
]

export const THIRD_MARKET: [name: string, body: string][] = [
  ['market.csv', 'code,nameZh,nameEn,dailyReturnMax\nHK,港股,Hong Kong equities,\n'],
  [
    'factor.csv',
    `${FACTORS.split('\n')[0]}\nmomentum,3,price,HK,2022-01-03,weekly,动量,Momentum,动量,Momentum,上年收益。,Last year.,全市场,All stocks,,\n`,
  ],
  ['week.csv', returnsCsv({ momentum: draw(weekdays('2024-06-03', '2024-07-05'), 5) })],
]

export interface Row {
  date: string
  long: number
  short: number
  benchmark: number
}

export function returnsCsv(series: Record<string, Row[]>): string {
  const lines = Object.entries(series).flatMap(([code, rows]) =>
    rows.map(({ date, long, short, benchmark }) => `${date},${code},${long},${short},${benchmark}`),
  )
  return ['date,series,long,short,benchmark', ...lines, ''].join('\n')
}

/** Draws returns of −2% to 2% by a seed. */
export function draw(days: string[], seed: number): Row[] {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return Number(((state / 2_147_483_647 - 0.5) / 25).toFixed(6))
  }
  return days.map((date) => ({ date, long: next(), short: next(), benchmark: next() }))
}

function weekdays(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = new Date(`${from}T00:00:00Z`); ; at = new Date(at.getTime() + 86_400_000)) {
    const date = at.toISOString().slice(0, 10)
    if (date > to) return days
    if (at.getUTCDay() % 6 !== 0) days.push(date)
  }
}
