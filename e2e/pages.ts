import { LOCALES, type Locale } from '@/lib/base/locale'
import { sampleOf } from '@/lib/testing/run/run-mode'

/** One address of every kind of page, in Chinese; English pages are under /en. */
export const PAGES = {
  week: '/',
  'earlier week': '/weeks/2015-07-10',
  'week without trading': '/weeks/2024-02-14',
  'before the data': '/weeks/2010-05-05',
  'in the future': '/weeks/2031-03-05',
  archive: '/weeks',
  month: '/months/2024-08',
  'running quarter': '/quarters/2024-Q3',
  'month without data': '/months/2010-05',
  factors: '/factors',
  'wall as table': '/factors?show=table&by=year',
  'wall without series': '/factors?text=nothing-like-it',
  factor: '/factors/multi-granularity-10d',
  portfolios: '/portfolios',
  portfolio: '/portfolios/csi1000-ai-enhanced',
  reconciliation: '/weeks/2024-08-30/reconciliation',
  editions: '/weeks/2024-08-30/editions',
  comparison:
    '/compare?series=intraday-skewness,improved-reversal,csi500-ai-enhanced&pair=intraday-skewness,improved-reversal',
  'nothing to compare': '/compare',
  methodology: '/methodology',
  versions: '/data',
  'files to load': '/data/load',
  'catalogue load': '/data/1',
} as const

export const UNKNOWN_PAGE = '/factors/no-such-factor'

/** Returns the address of a page in a language: "/factors" or "/en/factors". */
export function inLanguage(language: Locale, path: string): string {
  if (language === 'zh') return path
  return path === '/' ? '/en' : `/en${path}`
}

/** Returns one language, drawn by the seed of the run and the name of a test; in a long run, both. */
export function languagesOf(name: string): Locale[] {
  return sampleOf(`language of ${name}`, LOCALES, 1)
}
