import type { View } from '@/lib/address/view'
import { To } from '../text/to'

interface SortLinkProps {
  /** Address of the page sorted by this column. */
  path: string
  view: View
  label: string
  /** How the table is sorted by this column now; null when it is not. */
  direction: 'asc' | 'desc' | null
}

/** The word in a column's head that sorts by it: as large as its cell, on a phone as high as a finger. */
export function SortLink({ path, view, label, direction }: SortLinkProps) {
  return (
    <To path={path} view={view} className="sort-link">
      {direction !== null && <span aria-hidden="true">{ARROWS[direction]}</span>}
      {label}
    </To>
  )
}

const ARROWS = { asc: '↑', desc: '↓' } as const
