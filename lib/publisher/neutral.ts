import { DEFAULT_DISCLOSURES, DEFAULT_SHORT_DISCLOSURE, disclosuresIn } from './disclosures'
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
  disclosures: { zh: disclosuresIn(DEFAULT_DISCLOSURES, 'zh'), en: disclosuresIn(DEFAULT_DISCLOSURES, 'en') },
  shortDisclosure: DEFAULT_SHORT_DISCLOSURE,
}
