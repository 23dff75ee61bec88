import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioEntry } from '@/lib/report/model/inputs'
import { samplePortfolioEntry } from '@/lib/testing/report/sample-rows'
import { constraintTexts } from './constraint-texts'

function texts(locale: 'zh' | 'en', ...own: Partial<PortfolioEntry>[]): string[] {
  return constraintTexts(own.map(samplePortfolioEntry), { locale, t: translatorFor(locale) })
}

it('names the common limits of the portfolios, and the bounds in which they differ', () => {
  const portfolios = (smaller: string, larger: string) => [
    { shortName: smaller },
    { shortName: larger, sizeExposureMin: -0.2, sizeExposureMax: 0.2 },
  ]
  expect(texts('zh', ...portfolios('中证 500 AI', '中证 1000 AI'))).toEqual([
    '个股权重相对基准的最大偏离：1%；',
    '因子暴露：估值中性；市值（中证 500 AI 中性、中证 1000 AI ±0.2）；常规低频因子 ±0.8；',
    '行业偏离：严格中性；',
    '每次调仓的最大单边换手：30%。',
  ])
  expect(texts('en', ...portfolios('CSI 500 AI', 'CSI 1000 AI'))[1]).toBe(
    'Factor exposures: valuation neutral; size (CSI 500 AI neutral and CSI 1000 AI ±0.2); conventional low-frequency factors ±0.8;',
  )
})

it('states a common bound once, and a limit of industries if there is one', () => {
  const common = { sizeExposureMin: -0.1, sizeExposureMax: 0.3, industryDeviationMax: 0.005 }
  const [, exposures, industries] = texts('en', common, common)
  expect(exposures).toContain('; size [−0.1, 0.3];')
  expect(industries).toBe('Industries: within 0.5%;')
})

it('returns nothing without portfolios', () => expect(texts('zh')).toEqual([]))

it('names each portfolio whose limit differs', () => {
  const own = [
    { shortName: 'A', stockDeviationMax: 0.01, industryDeviationMax: 0, oneWayTurnoverMax: 0.3 },
    { shortName: 'B', stockDeviationMax: 0.02, industryDeviationMax: 0.01, oneWayTurnoverMax: 0.2 },
  ]
  const [stock, , industries, turnover] = texts('en', ...own)
  expect(stock).toBe('Largest deviation of a stock’s weight from its weight in the index: A 1% and B 2%;')
  expect(industries).toBe('Industries: A strictly neutral and B within 1%;')
  expect(turnover).toBe('Largest one-way turnover per rebalancing: A 30% and B 20%.')
})

it('names together the portfolios that have the same limit', () => {
  const [wide, strict] = [
    { stockDeviationMax: 0.01, sizeExposureMin: -0.5, sizeExposureMax: 0.5, industryDeviationMax: 0.02 },
    { stockDeviationMax: 0.005, sizeExposureMin: 0, sizeExposureMax: 0, industryDeviationMax: 0 },
  ]
  const four = ['A', 'B', 'C', 'D'].map((shortName, index) => ({ shortName, ...(index % 2 === 0 ? wide : strict) }))
  expect(texts('zh', ...four).slice(0, 3)).toEqual([
    '个股权重相对基准的最大偏离：A、C 1%；B、D 0.5%；',
    '因子暴露：估值中性；市值（A、C ±0.5；B、D 中性）；常规低频因子 ±0.8；',
    '行业偏离：A、C 不超过 2%；B、D 严格中性；',
  ])
  const [stock, exposures] = texts('en', ...four)
  expect(stock).toBe('Largest deviation of a stock’s weight from its weight in the index: A and C 1%; B and D 0.5%;')
  expect(exposures).toContain('; size (A and C ±0.5; B and D neutral); ')
})
