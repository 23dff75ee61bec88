/** Rows that show how each file is filled in. Together they load into an empty store. */
import type { CatalogueSection } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { ReturnKind } from '@/lib/catalogue/series-kinds'

/** The sections that a new desk fills in; report issues and aliases come later. */
export const TEMPLATE_SECTIONS = [
  'markets',
  'families',
  'factors',
  'portfolios',
  'indices',
  'closures',
  'components',
] as const satisfies CatalogueSection[]

type Examples = { [Section in (typeof TEMPLATE_SECTIONS)[number]]: CatalogueFile[Section] }

export const EXAMPLES: Examples = {
  markets: [
    {
      code: 'CN',
      nameZh: 'A 股',
      nameEn: 'China A-shares',
      dailyReturnMax: null,
      calendar: 'XSHG',
      tradingDaysPerYear: null,
    },
  ],
  families: [{ code: 'price', position: 1, nameZh: '价量', nameEn: 'Price and volume' }],
  factors: [
    {
      code: 'example-factor',
      position: 1,
      familyCode: 'price',
      marketCode: 'CN',
      rebalance: 'weekly',
      inception: '2024-01-02',
      nameZh: '示例因子',
      nameEn: 'Example factor',
      shortNameZh: '示例',
      shortNameEn: 'Example',
      descriptionZh: '用一至三句话说明因子衡量什么。',
      descriptionEn: 'One to three sentences on what the factor measures.',
      universeZh: '全部 A 股，前后各 10% 为多头与空头',
      universeEn: 'All A-shares; the top and bottom 10% are long and short',
      ownKeyPoint: true,
      referenceZh: null,
      referenceEn: null,
      ended: null,
      endedReasonZh: null,
      endedReasonEn: null,
    },
  ],
  portfolios: [
    {
      code: 'example-portfolio',
      position: 1,
      marketCode: 'CN',
      alphaFactorCode: 'example-factor',
      rebalance: 'weekly',
      inception: '2024-01-02',
      nameZh: '示例组合',
      nameEn: 'Example portfolio',
      shortNameZh: '示例组合',
      shortNameEn: 'Example',
      ownKeyPoint: true,
      benchmarkCode: 'CSI500',
      benchmarkNameZh: '中证 500',
      benchmarkNameEn: 'CSI 500',
      stockDeviationMax: 0.01,
      sizeExposureMin: -0.2,
      sizeExposureMax: 0.2,
      valueExposureMin: -0.5,
      valueExposureMax: 0.5,
      conventionalExposureMin: -0.5,
      conventionalExposureMax: 0.5,
      industryDeviationMax: 0.05,
      oneWayTurnoverMax: 0.3,
      roundTripCostBps: 30,
      ended: null,
      endedReasonZh: null,
      endedReasonEn: null,
    },
  ],
  indices: [
    {
      code: '000300.SH',
      position: 1,
      marketCode: 'CN',
      inception: '2024-01-02',
      nameZh: '沪深 300',
      nameEn: 'CSI 300',
      ended: null,
      endedReasonZh: null,
      endedReasonEn: null,
    },
  ],
  closures: [{ market: 'CN', date: '2035-01-01', kind: 'closed', name: 'New Year' }],
  components: [
    { component: 'style', position: 1, nameZh: '风格因子', nameEn: 'Style factors' },
    { component: 'size', position: 2, nameZh: '市值', nameEn: 'Size' },
    { component: 'selection', position: 3, nameZh: '个股选择', nameEn: 'Stock selection' },
    { component: 'costs', position: 4, nameZh: '交易成本', nameEn: 'Trading costs' },
  ],
}

export const DAILY_EXAMPLES: Record<ReturnKind, (string | number)[][]> = {
  factor_returns: [
    ['2024-01-02', 'example-factor', 0.0052, -0.0018, 0.0011],
    ['2024-01-03', 'example-factor', -0.0031, -0.0047, -0.0039],
  ],
  portfolio_returns: [
    ['2024-01-02', 'example-portfolio', 0.0023, 0.0015],
    ['2024-01-03', 'example-portfolio', -0.0034, -0.0041],
  ],
  factor_quality: [['2024-01-02', 'example-factor', 0.041, 0.052, 0.33]],
  index_returns: [
    ['2024-01-02', '000300.SH', -0.0131],
    ['2024-01-03', '000300.SH', -0.0024],
  ],
  // They add up to the excess of that day.
  contributions: [
    ['2024-01-02', 'example-portfolio', 'style', 'size', 0.0003],
    ['2024-01-02', 'example-portfolio', 'selection', '', 0.0009],
    ['2024-01-02', 'example-portfolio', 'costs', '', -0.0004],
  ],
}
