import type { Cell } from '@/lib/report/report'
import { isUnusual } from '@/lib/report/unusual'
import { FigureText } from '../text/figure-text'
import { cellAnchor } from './cell-anchor'

interface FigureCellProps {
  cell: Cell
  /** What stands as title beside an unusual figure. */
  unusualLabel: string
  /** Why the figure is missing; null when it is not. */
  missingLabel: string | null
  className?: string
  /** On a wide screen the rank mark already tells that the week is unusual. */
  hasRankMark?: boolean
}

/** One figure of a table: digits on one edge, and the dot of the unusual in a gutter to their right. */
export function FigureCell({ cell, unusualLabel, missingLabel, className = '', hasRankMark = false }: FigureCellProps) {
  return (
    <td
      id={cellAnchor(cell.id)}
      data-cell={cell.id}
      title={cell.value === null && missingLabel !== null ? missingLabel : undefined}
      className={`figure-cell ${className}`}
    >
      <FigureText value={cell.value} />
      {isUnusual(cell.percentile) && (
        <span className={`unusual-dot ${hasRankMark ? 'wide:hidden' : ''}`} title={unusualLabel}>
          <span className="sr-only">{unusualLabel}</span>
        </span>
      )}
    </td>
  )
}
