/** The demo's catalogue file: descriptions of the series in both languages. */
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { byCode } from './by-code'
import { contributionComponents } from './contributions'
import { FACTOR_TEXTS, type FactorText } from './factor-texts'
import { INDEX_INCEPTION } from './market-regimes'
import { FACTOR_PROFILES, PORTFOLIO_PROFILES } from './profiles'
import { listReportIssues } from './report-issues'
import { EXCHANGE } from './trading-days'

const MARKET_CODE = 'CN'

const UNIVERSE = {
  universeZh: '全 A，前后各 10%，对常规因子正交',
  universeEn: 'All A-shares, top and bottom 10%, orthogonal to conventional factors',
}

/** Builds the demo's catalogue. @param days trading days of the demo, ascending ISO dates */
export function buildCatalogue(days: readonly string[]): Omit<CatalogueFile, 'aliases'> {
  return {
    markets: [
      { code: MARKET_CODE, nameZh: '中国 A 股', nameEn: 'China A-shares', dailyReturnMax: null, calendar: EXCHANGE },
    ],
    families: [
      { code: 'intraday', position: 1, nameZh: '日内特征', nameEn: 'Intraday' },
      { code: 'order-flow', position: 2, nameZh: '订单流', nameEn: 'Order flow' },
      { code: 'deep-learning', position: 3, nameZh: '深度学习', nameEn: 'Deep learning' },
    ],
    factors: FACTOR_TEXTS.map(describeFactor),
    portfolios: [
      describePortfolio(1, {
        code: 'csi500-ai-enhanced',
        nameZh: '中证 500 AI 增强',
        nameEn: 'CSI 500 AI enhanced',
        shortNameZh: '中证 500 AI',
        shortNameEn: 'CSI 500 AI',
        benchmarkNameZh: '中证 500',
        benchmarkNameEn: 'CSI 500',
        sizeExposureMin: 0,
        sizeExposureMax: 0,
      }),
      describePortfolio(2, {
        code: 'csi1000-ai-enhanced',
        nameZh: '中证 1000 AI 增强',
        nameEn: 'CSI 1000 AI enhanced',
        shortNameZh: '中证 1000 AI',
        shortNameEn: 'CSI 1000 AI',
        benchmarkNameZh: '中证 1000',
        benchmarkNameEn: 'CSI 1000',
        sizeExposureMin: -0.2,
        sizeExposureMax: 0.2,
      }),
    ],
    indices: [
      describeIndex(1, { code: '000300.SH', nameZh: '沪深 300', nameEn: 'CSI 300' }),
      describeIndex(2, { code: '000905.SH', nameZh: '中证 500', nameEn: 'CSI 500' }),
      describeIndex(3, { code: '000852.SH', nameZh: '中证 1000', nameEn: 'CSI 1000' }),
    ],
    reportIssues: listReportIssues(days),
    closures: [],
    components: contributionComponents(),
  }
}

type IndexRow = CatalogueFile['indices'][number]

function describeIndex(position: number, own: Pick<IndexRow, 'code' | 'nameZh' | 'nameEn'>): IndexRow {
  return { ...own, position, marketCode: MARKET_CODE, inception: INDEX_INCEPTION }
}

type PortfolioRow = CatalogueFile['portfolios'][number]

/** The fields in which the portfolios differ. */
type PortfolioOwn = Pick<
  PortfolioRow,
  | 'code'
  | 'nameZh'
  | 'nameEn'
  | 'shortNameZh'
  | 'shortNameEn'
  | 'benchmarkNameZh'
  | 'benchmarkNameEn'
  | 'sizeExposureMin'
  | 'sizeExposureMax'
>

/** Families whose factors have key points of their own. */
const FAMILIES_IN_WORDS = ['order-flow', 'deep-learning']

function describeFactor(text: FactorText, index: number): CatalogueFile['factors'][number] {
  const { family, inception } = byCode(FACTOR_PROFILES, text.code)
  const ownKeyPoint = FAMILIES_IN_WORDS.includes(family)
  return {
    ...text,
    ...UNIVERSE,
    position: index + 1,
    familyCode: family,
    marketCode: MARKET_CODE,
    ownKeyPoint,
    inception,
  }
}

function describePortfolio(position: number, own: PortfolioOwn): PortfolioRow {
  const { benchmarkCode, inception } = byCode(PORTFOLIO_PROFILES, own.code)
  return {
    ...own,
    position,
    marketCode: MARKET_CODE,
    alphaFactorCode: 'multi-granularity-10d',
    rebalance: 'weekly',
    inception,
    ownKeyPoint: true,
    benchmarkCode,
    stockDeviationMax: 0.01,
    valueExposureMin: 0,
    valueExposureMax: 0,
    conventionalExposureMin: -0.8,
    conventionalExposureMax: 0.8,
    industryDeviationMax: 0,
    oneWayTurnoverMax: 0.3,
    roundTripCostBps: 30,
  }
}
