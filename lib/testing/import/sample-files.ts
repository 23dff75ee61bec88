/** Small files for tests: two factors and a portfolio of the Chinese market. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'

type Factor = CatalogueFile['factors'][number]

export interface SampleFolder {
  path: string
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>
  remove(): Promise<void>
}

export async function makeSampleFolder(): Promise<SampleFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-import-'))
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  return { path: folder, write, remove: () => rm(folder, { recursive: true }) }
}

/** Writes a file of factor returns from rows ("2024-08-30,skewness,0.01,-0.02,0.003"). */
export function factorCsv(...rows: string[]): string {
  return ['date,series,long,short,benchmark', ...rows, ''].join('\n')
}

/** Writes a file of portfolio returns from rows ("2024-08-30,enhanced,0.01,0.003"). */
export function portfolioCsv(...rows: string[]): string {
  return ['date,series,portfolio,benchmark', ...rows, ''].join('\n')
}

/** Names of components of contributions, which the sample catalogue lacks. */
export const SAMPLE_COMPONENTS: CatalogueFile['components'] = [
  { component: 'style', position: 1, nameZh: '风格因子', nameEn: 'Style factors' },
  { component: 'size', position: 2, nameZh: '市值', nameEn: 'Size' },
  { component: 'value', position: 3, nameZh: '价值', nameEn: 'Value' },
  { component: 'selection', position: 4, nameZh: '个股选择', nameEn: 'Stock selection' },
  { component: 'costs', position: 5, nameZh: '交易成本', nameEn: 'Trading costs' },
]

/** Writes a file of contributions from rows ("2024-08-30,enhanced,style,size,0.0003"). */
export function contributionsCsv(...rows: string[]): string {
  return ['date,series,group,component,contribution', ...rows, ''].join('\n')
}

/** Factors skewness (since 2014-01-02) and network (since 2017-01-03), portfolio enhanced (since 2017-01-03). */
export const SAMPLE_CATALOGUE: CatalogueFile = {
  markets: [{ code: 'CN', nameZh: 'A 股', nameEn: 'China A-shares', dailyReturnMax: null }],
  families: [
    { code: 'intraday', position: 1, nameZh: '日内', nameEn: 'Intraday' },
    { code: 'learning', position: 2, nameZh: '深度学习', nameEn: 'Deep learning' },
  ],
  factors: [
    sampleFactor({ code: 'skewness', position: 1, familyCode: 'intraday', inception: '2014-01-02' }),
    sampleFactor({ code: 'network', position: 2, familyCode: 'learning', inception: '2017-01-03' }),
  ],
  portfolios: [
    {
      code: 'enhanced',
      position: 1,
      marketCode: 'CN',
      alphaFactorCode: 'network',
      rebalance: 'weekly',
      inception: '2017-01-03',
      nameZh: '指数增强组合',
      nameEn: 'Index-enhanced portfolio',
      shortNameZh: '增强',
      shortNameEn: 'Enhanced',
      benchmarkCode: '000905.SH',
      benchmarkNameZh: '中证 500',
      benchmarkNameEn: 'CSI 500',
      stockDeviationMax: 0.01,
      sizeExposureMin: -0.5,
      sizeExposureMax: 0.5,
      valueExposureMin: 0,
      valueExposureMax: 0,
      conventionalExposureMin: -0.5,
      conventionalExposureMax: 0.5,
      industryDeviationMax: 0,
      oneWayTurnoverMax: 0.3,
      roundTripCostBps: 30,
    },
  ],
  indices: [],
  reportIssues: [
    {
      weekEnd: '2024-08-30',
      issueDate: '2024-09-01',
      titleZh: '周报',
      titleEn: 'Weekly',
      authorsZh: ['甲'],
      authorsEn: ['A'],
      related: [{ date: '2024-08-23', titleZh: '前一期', titleEn: 'The week before' }],
    },
  ],
  closures: [],
  aliases: [],
  components: [],
}

function sampleFactor(own: Pick<Factor, 'code' | 'position' | 'familyCode' | 'inception'>): Factor {
  return {
    ...own,
    marketCode: 'CN',
    rebalance: 'monthly',
    nameZh: '因子',
    nameEn: 'Factor',
    shortNameZh: '因子',
    shortNameEn: 'Factor',
    descriptionZh: '说明。',
    descriptionEn: 'What it measures.',
    universeZh: '全市场',
    universeEn: 'All stocks',
    referenceZh: null,
    referenceEn: null,
  }
}
