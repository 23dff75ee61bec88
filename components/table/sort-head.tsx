import type { View } from '@/lib/address/view'
import { nextInFamilies, nextSorting, type SortColumn } from '@/lib/report/table/table-view'
import { SortLink } from './sort-link'

interface SortHeadProps {
  column: SortColumn
  label: string
  view: View
  /** Path of the page with the table's anchor. */
  path: string
  className: string
  /** Has the table families? */
  hasFamilies?: boolean
}

/**
 * Shows a column head, a link that sorts: the greatest first, then the smallest, then in the order of the report; a table
 * with families as `nextInFamilies` says.
 */
export function SortHead({ column, label, view, path, className, hasFamilies = false }: SortHeadProps) {
  const direction = view.sorting?.column === column ? view.sorting.direction : null
  return (
    <th
      scope="col"
      aria-sort={direction === null ? undefined : SORTED[direction]}
      className={`${className} ${direction === null ? '' : SORTED_HEAD}`}
    >
      <SortLink
        path={path}
        view={hasFamilies ? nextInFamilies(view, column) : { ...view, sorting: nextSorting(view.sorting, column) }}
        label={label}
        direction={direction}
      />
    </th>
  )
}

const SORTED = { asc: 'ascending', desc: 'descending' } as const
const SORTED_HEAD = 'font-bold text-accent [box-shadow:inset_0_-2px_0_var(--accent)]'
