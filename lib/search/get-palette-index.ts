import { getReportDays } from '@/lib/analysis/report-days'
import { lastDaysOfWeeks } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { buildPaletteIndex } from './build-palette-index'
import type { PaletteIndex } from './palette-index'

/** The index as of a data version; version 0, when nothing is loaded, has pages and actions. */
export async function getPaletteIndex({ version, locale }: { version: number; locale: Locale }): Promise<PaletteIndex> {
  const [{ factors, portfolios }, known] = await Promise.all([getCatalogue({ version }), getReportDays(version)])
  return buildPaletteIndex({ locale, factors, portfolios, weeks: lastDaysOfWeeks(known?.reported ?? []).reverse() })
}
