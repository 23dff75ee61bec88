import type { SearchAddress } from '@/lib/address/search-href'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { buildSearchIndex } from './build-search-index'
import type { SearchIndex } from './search-index'

/** Returns the index as of a data version. For version 0, with no data, it has only pages and actions. */
export async function getSearchIndex({ version, locale, market }: Omit<SearchAddress, 'stamp'>): Promise<SearchIndex> {
  const [{ families, factors, portfolios }, known] = await Promise.all([
    getCatalogue({ version }),
    getReportDays(version, market),
  ])
  const endpoints = ENDPOINTS.map(({ path, summary, parameters }) => ({
    path,
    summary,
    isWhole: parameters.safeParse({}).success,
  }))
  const weeks = lastDaysOfWeeks(known?.reported ?? []).reverse()
  return buildSearchIndex({ locale, families, factors, portfolios, weeks, endpoints })
}
