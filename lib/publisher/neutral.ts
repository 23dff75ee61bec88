import type { Publisher } from './publisher'

/** The default publisher: a fictitious desk with general texts. */
export const NEUTRAL_PUBLISHER: Publisher = {
  name: { zh: '示例研究', en: 'Sample Research' },
  reportKind: { zh: '量化周报', en: 'Quantitative weekly' },
  accent: '#1b3a66',
  logoSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path d="M3 21V12h4v9zM10 21V4h4v17zM17 21v-6h4v6z" fill="#fff"/></svg>',
  authors: [],
  contact: { zh: ['research@example.com'], en: ['research@example.com'] },
  disclosures: {
    zh: [
      { title: '数据与编制', text: '全部数值由页脚所列版本的日收益计算得到，计算方法见定义一节。' },
      {
        title: '用途',
        text: '仅供了解因子与组合的历史表现，不构成投资建议，也不构成买卖任何证券的要约。历史业绩与模拟结果不预示未来收益。',
      },
    ],
    en: [
      {
        title: 'Data and preparation',
        text: 'All figures are computed from the daily returns of the data version in the footer; methods are in the section of definitions.',
      },
      {
        title: 'Use',
        text: 'For information on the past performance of factors and portfolios. Not investment advice and not an offer to trade any security. Past and hypothetical results do not predict future returns.',
      },
    ],
  },
}
