import { PlainCell } from '@/components/table/plain-cell'
import { SortHead } from '@/components/table/sort-head'
import type { Tints } from '@/components/table/tint'
import type { View } from '@/lib/address/view'
import { formatSigned } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow } from '@/lib/report/model/report'
import { type CoefficientColumn, isCoefficient } from '@/lib/report/table/table-view'
import { FIGURE_COLUMN, GAP_COLUMN } from './primary-columns'

/** Returns the columns of coefficients that a view shows. */
export function coefficientColumns(view: View): CoefficientColumn[] {
  return view.columns.filter(isCoefficient)
}

/** Shows the col elements of these columns. */
export function CoefficientColumns({ view }: { view: View }) {
  return coefficientColumns(view).map((column, index) => (
    <col key={column} className={index === 0 ? GAP_COLUMN : FIGURE_COLUMN} />
  ))
}

/** Shows their heads; each one sorts. */
export function CoefficientHeads({ view, path }: { view: View; path: string }) {
  const t = translatorFor(view.locale, view.window)
  return coefficientColumns(view).map((column, index) => (
    <SortHead
      key={column}
      column={column}
      label={t(`table.column-${column}`)}
      view={view}
      path={path}
      hasFamilies
      className={`figure-cell added ${classOf(index)}`}
    />
  ))
}

/** Shows the means of a factor's coefficients. On a phone they stand with its long-short returns. */
export function CoefficientCells({ row, view, tints }: { row: FactorRow; view: View; tints: Tints }) {
  const t = translatorFor(view.locale, view.window)
  return coefficientColumns(view).map((column, index) => (
    <PlainCell
      key={column}
      column={column}
      label={t(`table.column-${column}`)}
      text={formatSigned(row.coefficients[column], DECIMALS[column])}
      missingLabel={t('table.missingCoefficients')}
      tint={tints(row, column)}
      className={classOf(index)}
    />
  ))
}

function classOf(index: number): string {
  return index === 0 ? 'first-measure gap' : 'first-measure'
}

const DECIMALS: Record<CoefficientColumn, number> = { rankIc: 3, rankIcir: 2, ic: 3 }
