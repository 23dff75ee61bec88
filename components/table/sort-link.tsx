import type { View } from '@/lib/address/view'
import { To } from '../text/to'

interface SortLinkProps {
  /** Address of the page sorted by this column. */
  path: string
  view: View
  label: string
  /** Current direction of the sorting by this column; null for none. */
  direction: 'asc' | 'desc' | null
}

/** Shows the sort link in a column head: as large as its cell, on a phone high enough for a finger. */
export function SortLink({ path, view, label, direction }: SortLinkProps) {
  return (
    <To path={path} view={view} className="sort-link">
      {direction !== null && <span aria-hidden="true">{ARROWS[direction]}</span>}
      {label}
    </To>
  )
}

const ARROWS = { asc: '↑', desc: '↓' } as const
