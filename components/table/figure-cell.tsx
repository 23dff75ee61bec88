import type { Cell } from '@/lib/analysis/cell'
import { isUnusual } from '@/lib/report/text/unusual'
import { cellAnchor } from '../text/cell-anchor'
import { FigureText } from '../text/figure-text'
import { tintProps } from './tint'

interface FigureCellProps {
  cell: Cell
  /** What stands as title beside an unusual figure. */
  unusualLabel: string
  /** Why the figure is missing; null when it is not. */
  missingLabel: string | null
  className?: string
  /** On a wide screen the rank mark already tells that the week is unusual. */
  hasRankMark?: boolean
  /** Share of the column's largest figure, from −1 to 1; null for no tint. */
  tint?: number | null
  /** What stands before the figure where a phone has no column for it. */
  phoneLabel?: string
}

/** One figure of a table: digits on one edge, and the dot of the unusual in a gutter to their right. */
export function FigureCell({
  cell,
  unusualLabel,
  missingLabel,
  className = '',
  hasRankMark = false,
  tint = null,
  phoneLabel,
}: FigureCellProps) {
  const tinted = tintProps(tint)
  return (
    <td
      id={cellAnchor(cell.id)}
      data-cell={cell.id}
      data-label={phoneLabel}
      title={cell.value === null && missingLabel !== null ? missingLabel : undefined}
      className={`figure-cell ${className} ${tinted.className}`}
      style={tinted.style}
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
