/** Contributions to the daily excess of the demo's portfolios: synthetic, like their returns, and adding up exactly. */

import { mondayOf } from '@/lib/base/dates'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { at } from './at'
import { createRandom } from './random'
import type { SimulatedPortfolio } from './simulate'

/** The first day with contributions: earlier weeks have none. */
const CONTRIBUTIONS_FROM = '2023-01-03'

/** Decimals of the returns: contributions are whole multiples of the last one, so that sums are exact. */
const UNITS = 1e8

/** Cost of a weekly rebalancing: one-way turnover of 12 to 30 % at 30 basis points for buying and selling. */
const TURNOVER = { least: 0.12, span: 0.18 }
const ROUND_TRIP_COST = 0.003

interface Group {
  code: string
  nameZh: string
  nameEn: string
  components: { code: string; nameZh: string; nameEn: string; deviation: number; mean: number }[]
}

/** Standard deviation and mean of daily contributions, decimal fractions; the rest of the excess is stock selection. */
const GROUPS: readonly Group[] = [
  {
    code: 'style',
    nameZh: '风格因子',
    nameEn: 'Style factors',
    components: [
      { code: 'size', nameZh: '市值', nameEn: 'Size', deviation: 0.00044, mean: 0.00002 },
      { code: 'value', nameZh: '价值', nameEn: 'Value', deviation: 0.00024, mean: 0.00001 },
      { code: 'momentum', nameZh: '动量', nameEn: 'Momentum', deviation: 0.00036, mean: -0.00002 },
      { code: 'volatility', nameZh: '波动率', nameEn: 'Volatility', deviation: 0.00032, mean: 0.00003 },
      { code: 'liquidity', nameZh: '流动性', nameEn: 'Liquidity', deviation: 0.00028, mean: 0.00002 },
    ],
  },
  {
    code: 'industry',
    nameZh: '行业',
    nameEn: 'Industries',
    components: [
      { code: 'electronics', nameZh: '电子', nameEn: 'Electronics', deviation: 0.00016, mean: 0 },
      { code: 'pharmaceuticals', nameZh: '医药生物', nameEn: 'Pharmaceuticals', deviation: 0.00014, mean: 0 },
      { code: 'machinery', nameZh: '机械设备', nameEn: 'Machinery', deviation: 0.00012, mean: 0 },
      { code: 'other-industries', nameZh: '其他行业', nameEn: 'Other industries', deviation: 0.00018, mean: 0 },
    ],
  },
  { code: 'selection', nameZh: '个股选择', nameEn: 'Stock selection', components: [] },
  { code: 'costs', nameZh: '交易成本', nameEn: 'Trading costs', components: [] },
]

/** Returns the names of the groups and components, a group before its components. */
export function contributionComponents(): CatalogueFile['components'] {
  const all = GROUPS.flatMap(({ components, ...group }) => [group, ...components])
  return all.map(({ code, nameZh, nameEn }, index) => ({ component: code, position: index + 1, nameZh, nameEn }))
}

/** Writes the contributions as text of an import file, by date, then in report order. */
export function contributionsCsv(portfolios: readonly SimulatedPortfolio[]): string {
  const rows = portfolios.flatMap(linesOf).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return ['date,series,group,component,contribution', ...rows.map(({ line }) => line), ''].join('\n')
}

function linesOf({ code, days, portfolio, benchmark }: SimulatedPortfolio): { date: string; line: string }[] {
  const random = createRandom(`contributions ${code}`)
  const first = days.findIndex((day) => day >= CONTRIBUTIONS_FROM)
  return days.slice(first).flatMap((date, index) => {
    const day = first + index
    const excess = inUnits(at(portfolio, day) - at(benchmark, day))
    const drawn = GROUPS.flatMap(({ code: group, components }) =>
      components.map(({ code: component, deviation, mean }) => ({
        group,
        component,
        units: inUnits(mean + deviation * random.normal()),
      })),
    )
    const isRebalanced = day === 0 || mondayOf(at(days, day - 1)) !== mondayOf(date)
    const turnover = TURNOVER.least + TURNOVER.span * random.uniform()
    const costs = isRebalanced ? -inUnits(turnover * ROUND_TRIP_COST) : 0
    const rest = excess - costs - drawn.reduce((sum, { units }) => sum + units, 0)
    const parts = [
      ...drawn,
      { group: 'selection', component: '', units: rest },
      { group: 'costs', component: '', units: costs },
    ]
    return parts.map(({ group, component, units }) => ({
      date,
      line: [date, code, group, component, (units / UNITS + 0).toFixed(8)].join(),
    }))
  })
}

function inUnits(fraction: number): number {
  return Math.round(fraction * UNITS)
}
