/** One address of every kind of page, in Chinese; English pages are under /en. */
export const PAGES = {
  week: '/',
  'earlier week': '/weeks/2015-07-10',
  'week without trading': '/weeks/2024-02-14',
  'before the data': '/weeks/2010-05-05',
  'in the future': '/weeks/2031-03-05',
  archive: '/weeks',
  factors: '/factors',
  'wall as table': '/factors?show=table&by=year',
  'wall without series': '/factors?text=nothing-like-it',
  factor: '/factors/multi-granularity-10d',
  portfolios: '/portfolios',
  portfolio: '/portfolios/csi1000-ai-enhanced',
  reconciliation: '/weeks/2024-08-30/reconciliation',
  comparison:
    '/compare?series=intraday-skewness,improved-reversal,csi500-ai-enhanced&pair=intraday-skewness,improved-reversal',
  'nothing to compare': '/compare',
  methodology: '/methodology',
  versions: '/data',
  'catalogue load': '/data/1',
} as const

export const UNKNOWN_PAGE = '/factors/no-such-factor'

/** Returns the home address in a language: "/" or "/en". */
export function inLanguage(language: 'zh' | 'en', path: string): string {
  if (language === 'zh') return path
  return path === '/' ? '/en' : `/en${path}`
}
