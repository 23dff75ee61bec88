import { FigureCell } from '@/components/table/figure-cell'
import { Spark } from '@/components/table/spark'
import type { Tints } from '@/components/table/tint'
import { WinRateCell } from '@/components/table/win-rate-cell'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow } from '@/lib/report/model/report'
import { CoefficientCells } from './coefficient-columns'
import { cellLabels, NameCell, NumberCell, PrimaryCells } from './primary-cells'

interface FactorRowProps {
  row: FactorRow
  view: View
  tints: Tints
  /** Is it the last row of its family, or of a table without families? */
  isLast: boolean
  /** Whether its section is on the page. */
  hasSection?: boolean
}

/** Shows a row of table 1. */
export function FactorRowCells({ row, view, tints, isLast, hasSection = true }: FactorRowProps) {
  const t = translatorFor(view.locale, view.window)
  const { longExcess } = row
  const labels = cellLabels(row, view)
  return (
    <tr data-series={row.code} className={isLast ? 'last-row' : undefined}>
      <NumberCell row={row} section={hasSection ? row.number : null} view={view} />
      <NameCell row={row} view={view} path={`/factors/${row.code}`} />
      <PrimaryCells row={row} view={view} tints={tints} className="first-measure" />
      <FigureCell
        cell={longExcess.week}
        {...labels}
        tint={tints(row, 'excessWeek')}
        className="gap second-measure font-bold"
      />
      <FigureCell cell={longExcess.month} {...labels} tint={tints(row, 'excessMonth')} className="second-measure" />
      <FigureCell cell={longExcess.year} {...labels} tint={tints(row, 'excessYear')} className="second-measure" />
      <WinRateCell
        id={`${row.code}.longExcess`}
        measure={longExcess}
        unit={view.window ?? 'month'}
        title={t('table.winsOf', { name: row.name, measure: t('measures.longExcess') })}
        view={view}
        className="second-measure"
      />
      <CoefficientCells row={row} view={view} tints={tints} />
      {view.columns.includes('spark') && (
        <td className="spark-cell">
          <Spark values={row.spark} />
        </td>
      )}
    </tr>
  )
}
