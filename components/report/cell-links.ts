import { addressOf, type View } from '@/lib/address/view'
import type { Report } from '@/lib/report/model/report'
import { toggled } from '@/lib/report/table/table-view'
import { cellAnchor } from '../text/cell-anchor'

/**
 * Returns the function that gives the address of a cell: its place on the page, or the page of its series. The column of
 * drawdowns is optional: a link to one adds the column.
 */
export function cellLinks({ table1, table2 }: Report, view: View, path: string): (cell: string) => string {
  const withDrawdown = view.columns.includes('drawdown') ? '' : addressOf(path, toggled(view, 'drawdown'))
  const anchorOf = (cell: string) => `${cell.endsWith('.drawdown') ? withDrawdown : ''}#${cellAnchor(cell)}`
  const shown = new Set([...table1.flatMap(({ rows }) => rows), ...table2].map(({ code }) => code))
  return (cell) => {
    const code = cell.split('.').slice(0, -2).join('.')
    return shown.has(code) ? anchorOf(cell) : addressOf(`/factors/${code}`, view)
  }
}
