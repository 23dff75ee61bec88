/** For tests: a publisher with every setting, and how its documents are printed. */
import type { Printed } from '@/lib/pdf/document/job'
import type { Publisher } from '@/lib/publisher/publisher'

export const SAMPLE_PUBLISHER: Publisher = {
  name: { zh: '示例研究', en: 'Sample Research' },
  reportKind: { zh: '量化研究周报', en: 'Quantitative research weekly' },
  accent: '#1b3a66',
  logoSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path d="M3 21V10h4v11zM10 21V3h4v18zM17 21v-7h4v7z" fill="#fff"/></svg>',
  authors: [
    {
      name: { zh: '示例研究 量化组', en: 'Sample Research, quant desk' },
      role: { zh: '量化研究', en: 'Quantitative research' },
      email: 'quant@example.com',
      phone: '+86 21 5550 0100',
    },
  ],
  contact: { zh: ['上海市示例路 1 号'], en: ['1 Example Road, Shanghai'] },
  disclosures: {
    zh: [
      { title: '编制说明', text: '本报告的数值由所列数据版本计算，未经人工修改。' },
      { title: '使用限制', text: '过去的收益不预示未来的表现，本报告不构成投资建议。' },
    ],
    en: [
      { title: 'Preparation', text: 'All figures are computed from the data version named, and none is set by hand.' },
      { title: 'Use', text: 'Past returns do not foretell future ones; this report is not investment advice.' },
    ],
  },
  shortDisclosure: {
    zh: '过去的收益不预示未来的表现。完整披露见周报。',
    en: 'Past returns do not foretell future ones. Full disclosures are in the report.',
  },
}

export const SAMPLE_PRINT: Printed = { colours: 'red', publisher: SAMPLE_PUBLISHER, paper: 'a4' }
