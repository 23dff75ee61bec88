/** For tests: the pages of the product without a server. */
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/base/locale'
import { htmlOf, segmentOf } from './in-process'

/** What Next passes to a page. */
type Params = Promise<{ locale: string; view: string; date: string; period: string; code: string; version: string }>

interface PageModule {
  default(props: { params: Params }): Promise<ReactNode>
}

/** The pages by their paths, in which a name stands for a part of the address. */
const PAGES: [path: RegExp, page: () => Promise<PageModule>][] = [
  [/^\/$/, () => import('@/app/[locale]/[view]/page')],
  [/^\/weeks$/, () => import('@/app/[locale]/[view]/weeks/page')],
  [/^\/weeks\/(?<date>[^/]+)$/, () => import('@/app/[locale]/[view]/weeks/[date]/page')],
  [/^\/weeks\/(?<date>[^/]+)\/reconciliation$/, () => import('@/app/[locale]/[view]/weeks/[date]/reconciliation/page')],
  [/^\/weeks\/(?<date>[^/]+)\/editions$/, () => import('@/app/[locale]/[view]/weeks/[date]/editions/page')],
  [/^\/months\/(?<period>[^/]+)$/, () => import('@/app/[locale]/[view]/months/[period]/page')],
  [/^\/months\/(?<period>[^/]+)\/editions$/, () => import('@/app/[locale]/[view]/months/[period]/editions/page')],
  [/^\/quarters\/(?<period>[^/]+)$/, () => import('@/app/[locale]/[view]/quarters/[period]/page')],
  [/^\/factors$/, () => import('@/app/[locale]/[view]/factors/page')],
  [/^\/factors\/(?<code>[^/]+)$/, () => import('@/app/[locale]/[view]/factors/[code]/page')],
  [/^\/portfolios$/, () => import('@/app/[locale]/[view]/portfolios/page')],
  [/^\/portfolios\/(?<code>[^/]+)$/, () => import('@/app/[locale]/[view]/portfolios/[code]/page')],
  [/^\/compare$/, () => import('@/app/[locale]/[view]/compare/page')],
  [/^\/data$/, () => import('@/app/[locale]/[view]/data/page')],
  [/^\/data\/(?<version>[^/]+)$/, () => import('@/app/[locale]/[view]/data/[version]/page')],
  [/^\/methodology$/, () => import('@/app/[locale]/[view]/methodology/page')],
]

/** Returns the HTML of a page. @param address such as "/factors/skewness?from=1950-01-01" */
export async function openPage(address: string, locale: Locale = 'en'): Promise<string> {
  const [path = '/', query = ''] = address.split('?')
  for (const [pattern, page] of PAGES) {
    const groups = pattern.exec(path)
    if (!groups) continue
    const view = await segmentOf(query === '' ? '' : `?${query}`, path, locale)
    const params = Promise.resolve({ locale, view, date: '', period: '', code: '', version: '', ...groups.groups })
    return htmlOf(await (await page()).default({ params }))
  }
  throw new Error(`there is no page ${path}`)
}
