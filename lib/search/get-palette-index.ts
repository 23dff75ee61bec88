import type { PaletteAddress } from '@/lib/address/search-href'
import { getReportDays } from '@/lib/analysis/report-days'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { buildPaletteIndex } from './build-palette-index'
import type { PaletteIndex } from './palette-index'

/** Returns the index as of a data version; version 0, when nothing is loaded, has pages and actions. */
export async function getPaletteIndex({
  version,
  locale,
  market,
}: Omit<PaletteAddress, 'stamp'>): Promise<PaletteIndex> {
  const [{ factors, portfolios }, known] = await Promise.all([
    getCatalogue({ version }),
    getReportDays(version, market),
  ])
  return buildPaletteIndex({ locale, factors, portfolios, weeks: lastDaysOfWeeks(known?.reported ?? []).reverse() })
}
