import type { ExportTable } from '@/lib/base/export-table'
import { formatPercent } from '@/lib/base/format'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { FactorReturns } from '@/lib/figures/rows/row-sources'
import type { FactorRows } from '@/lib/figures/rows/rows'
import type { FigureContext, FigureTable } from './figure-kind'

/** Common definition of the figures of all factors. */
export const FACTORS_FIGURE = { subject: () => null, table, exportTable }

/** Returns the factors by the week's return, highest first, missing values last, ties in the order of the report. */
export function sortedByWeek(factors: readonly FactorReturns[]): FactorReturns[] {
  return factors.toSorted((a, b) => {
    if (a.week === null || b.week === null)
      return Number(a.week === null) - Number(b.week === null) || a.number - b.number
    return b.week - a.week || a.number - b.number
  })
}

/** Are there so many factors that pictures must be longer, with numbers where names do not fit? */
export function isMany(factors: number): boolean {
  return factors > 16
}

function table({ windows, factors }: FactorRows, { t }: FigureContext): FigureTable {
  return {
    head: [t('weekBefore.factor'), ...windows],
    rows: factors.map(({ name, values }) => [name, ...values.map((value) => formatPercent(value))]),
  }
}

function exportTable({ windows, factors }: FactorRows, { t }: FigureContext): ExportTable {
  return {
    columns: [
      { header: t('export.number'), type: 'integer' },
      { header: t('export.name'), type: 'text' },
      ...windows.map((window) => fractionColumn(window, t)),
    ],
    rows: factors.map(({ number, name, values }) => [number, name, ...values]),
  }
}
