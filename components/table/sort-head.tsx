import type { View } from '@/lib/address/view'
import { nextSorting, type SortColumn } from '@/lib/report/table/table-view'
import { To } from '../text/to'

interface SortHeadProps {
  column: SortColumn
  label: string
  view: View
  /** Path of the page and the table's own anchor. */
  path: string
  className: string
}

/** The head of a column, a link that sorts by it: the greatest first, then the smallest, then as the report does. */
export function SortHead({ column, label, view, path, className }: SortHeadProps) {
  const direction = view.sorting?.column === column ? view.sorting.direction : null
  return (
    <th scope="col" aria-sort={direction === null ? undefined : SORTED[direction]} className={className}>
      <To path={path} view={{ ...view, sorting: nextSorting(view.sorting, column) }} className="sort-link">
        {direction !== null && <span aria-hidden="true">{ARROWS[direction]}</span>}
        {label}
      </To>
    </th>
  )
}

const SORTED = { asc: 'ascending', desc: 'descending' } as const
const ARROWS = { asc: '↑', desc: '↓' } as const
