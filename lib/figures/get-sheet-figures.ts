import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { firstDayOfWeek } from '@/lib/base/dates'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { splitAtEnd } from '@/lib/catalogue/split-at-end'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { translatorFor } from '@/lib/messages/translate'
import { figureRows } from './figure-rows'
import type { FigureContext } from './kinds/figure-kind'
import type { FigureData } from './registry'
import { REPORT_FIGURES, SHEET_FIGURES, type SheetRequest } from './sheet'

/**
 * Returns the figures on one sheet, in the order of the report, null where a series has nothing to draw yet. Returns
 * null when the version or part does not exist, or no week ends on `asOf`.
 */
export async function getSheetFigures(request: SheetRequest): Promise<(FigureData | null)[] | null> {
  const { shape, part, version, stamp, asOf, locale, convention } = request
  const known = (await getVersionStamp(version)) === stamp ? await getReportDays(version) : null
  if (!known?.days.includes(asOf)) return null
  const catalogue = catalogueForMarket(await getCatalogue({ version }), known.market)
  const { factors, portfolios } = splitAtEnd(catalogue, firstDayOfWeek(known.days, asOf)).inWeek
  const codes = [...factors, ...portfolios].map(({ code }) => code)
  const onSheet = codes.slice(part * SHEET_FIGURES, (part + 1) * SHEET_FIGURES)
  if (onSheet.length === 0) return null
  const histories = await getSeriesHistories({ version, codes: onSheet, asOf })
  const context: FigureContext = { asOf, locale, convention, names: [], t: translatorFor(locale) }
  return histories.map((history) => {
    const kind = REPORT_FIGURES[history.kind][shape]
    const rows = figureRows(kind, { history }, context)
    return rows && { kind, rows }
  })
}
